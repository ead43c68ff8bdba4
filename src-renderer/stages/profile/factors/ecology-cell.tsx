import { ActionIcon, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { EcologicalLevel, Factor, FactorDirection } from '#shared/domain/factors.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { RestrictedMark } from '../risks/restricted-part.tsx';
import classes from './factors.module.css';

/** One of the eight cells, with the line for the next factor at its end. */
export function EcologyCell({
  level,
  direction,
  factors,
  onOpen,
}: {
  level: EcologicalLevel;
  direction: FactorDirection;
  factors: readonly Factor[];
  onOpen: (id: string) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.factors.add.mutationOptions());
  const [text, setText] = useState('');
  const label = t('factors.addTo', { direction: t(`factorDirection.${direction}`), level: t(`ecologicalLevel.${level}`) });
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    add.mutate({ level, direction, text: text.trim() });
    setText('');
  };
  return (
    <div className={classes.cell} data-direction={direction} data-empty={factors.length === 0 || undefined}>
      <span className={classes.cellName}>{t(`factorDirection.${direction}`)}</span>
      {factors.length > 0 ? (
        <ul>
          {factors.map((factor) => (
            <li key={factor.id}>
              <button type="button" className={classes.factor} onClick={() => onOpen(factor.id)}>
                <span className={classes.factorText}>
                  <bdi>{factor.text || t('risks.untitled')}</bdi>
                  {factor.isRestricted ? <RestrictedMark /> : null}
                </span>
                <FactorFacts factor={factor} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.none}>{t(`factors.example.${level}.${direction}`)}</p>
      )}
      <form onSubmit={enter} className={classes.add}>
        <TextInput
          aria-label={label}
          placeholder={t('factors.addLine')}
          dir={text === '' ? undefined : 'auto'}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionIcon type="submit" variant="default" size="2.25rem" aria-label={label}>
          <IconPlus size="1.1rem" stroke={1.8} aria-hidden />
        </ActionIcon>
      </form>
    </div>
  );
}

function FactorFacts({ factor }: { factor: Factor }) {
  const { t } = useTexts();
  const isProven = factor.grade !== '' || factor.findingId !== null;
  return (
    <span className={classes.facts}>
      {factor.changeable === '' ? null : <span data-changeable={factor.changeable}>{t(`changeable.${factor.changeable}.short`)}</span>}
      {factor.grade === '' ? null : <span>{t('factors.gradeShort', { grade: factor.grade })}</span>}
      {isProven ? null : <span data-missing="">{t('factors.noEvidence')}</span>}
    </span>
  );
}
