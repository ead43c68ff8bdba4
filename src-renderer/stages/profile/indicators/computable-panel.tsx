import { Button, Skeleton } from '@mantine/core';
import { IconCalculator, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Indicator, Observation, ObservationInput } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useAreas } from '../use-areas.ts';
import classes from './indicators.module.css';
import { intervalText, sameSubject, valueText } from './observation-words.ts';

/** Rows shown before the list is opened. */
const firstRows = 4;

/** What the imported data already tell: each with its rule, to be taken over one by one or all at once. */
export function ComputablePanel({ catalogue, observations }: { catalogue: readonly Indicator[]; observations: readonly Observation[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const book = useAreas();
  const { data: computable = [], isPending } = useQuery(queries.indicators.computable.queryOptions());
  const add = useMutation(queries.indicators.add.mutationOptions());
  const update = useMutation(queries.indicators.update.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const twinOf = (candidate: ObservationInput) => observations.find((observation) => sameSubject(observation, candidate));
  const open = computable.filter((candidate) => twinOf(candidate)?.value !== candidate.value);
  // A large city takes a moment to count: the table below keeps its place meanwhile.
  if (isPending) {
    return (
      <Panel title={t('indicators.compute.title')} note={t('indicators.compute.note')}>
        <Skeleton height="13rem" />
      </Panel>
    );
  }
  if (open.length === 0) return null;
  const take = async (candidates: readonly ObservationInput[]) => {
    for (const candidate of candidates) {
      const twin = twinOf(candidate);
      if (twin) await update.mutateAsync({ id: twin.id, patch: candidate });
      else await add.mutateAsync(candidate);
    }
  };
  const ruleOf = (candidate: ObservationInput | undefined) => catalogue.find((entry) => entry.code === candidate?.indicatorCode)?.rule ?? '';
  const isBusy = add.isPending || update.isPending;
  const shown = isOpen ? open : open.slice(0, firstRows);
  return (
    <Panel
      title={t('indicators.compute.title')}
      note={t('indicators.compute.note')}
      actions={
        <Button
          variant="light"
          size="xs"
          loading={isBusy}
          leftSection={<IconCalculator size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => void take(open).catch(() => undefined)}
        >
          {t('indicators.compute.all', { count: open.length })}
        </Button>
      }
    >
      <ul className={classes.computable}>
        {shown.map((candidate, place) => {
          const indicator = catalogue.find((entry) => entry.code === candidate.indicatorCode);
          const rule = ruleOf(candidate);
          const name = indicator?.name ?? candidate.indicatorCode;
          const about = [book.nameOf(candidate.areaId), candidate.breakdown, candidate.year === null ? '' : String(candidate.year)].filter(Boolean).join(' · ');
          const interval = intervalText({ t, formats }, candidate);
          return (
            <li key={`${candidate.indicatorCode} ${candidate.areaId} ${candidate.year} ${candidate.breakdown}`}>
              <div className={classes.computableWords}>
                <strong>{name}</strong> {about ? <span className={classes.faint}>{about}</span> : null}
                {rule && rule !== ruleOf(shown[place - 1]) ? <small className={classes.rule}>{t('indicators.rule', { rule })}</small> : null}
              </div>
              <div className={classes.computableValue}>
                <span className={classes.value}>{valueText({ formats }, candidate.value)}</span> {indicator?.unit}
                {interval ? <small className={classes.rule}>{interval}</small> : null}
              </div>
              <Button
                variant="default"
                size="xs"
                disabled={isBusy}
                leftSection={<IconCheck size="1rem" stroke={1.8} aria-hidden />}
                aria-label={`${t(twinOf(candidate) ? 'indicators.compute.update' : 'indicators.compute.one')}: ${name} ${about}`}
                onClick={() => void take([candidate]).catch(() => undefined)}
              >
                {t(twinOf(candidate) ? 'indicators.compute.update' : 'indicators.compute.one')}
              </Button>
            </li>
          );
        })}
      </ul>
      {open.length > firstRows ? (
        <Button variant="subtle" size="xs" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? t('indicators.compute.fewer') : t('indicators.compute.more', { count: open.length - firstRows })}
        </Button>
      ) : null}
    </Panel>
  );
}
