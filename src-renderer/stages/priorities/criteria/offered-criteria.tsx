import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type OfferedCriterion, offeredCriteria } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './criteria.module.css';

/** The usual criteria, to be taken with a tick. */
export function OfferedCriteria({ taken, isFirst }: { taken: readonly string[]; isFirst: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add, isPending } = useMutation(queries.criteria.addOffered.mutationOptions());
  const open = offeredCriteria.filter((code) => !taken.includes(code));
  const [left, setLeft] = useState<readonly OfferedCriterion[]>(isFirst ? [] : open);
  const chosen = open.filter((code) => !left.includes(code));
  if (open.length === 0) return null;
  return (
    <div className={classes.offered}>
      <ul>
        {open.map((code) => (
          <li key={code}>
            <Checkbox
              label={t(`criterion.${code}`)}
              description={t(`criterion.${code}.about`)}
              checked={!left.includes(code)}
              onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== code) : [...left, code])}
            />
          </li>
        ))}
      </ul>
      <Button variant={isFirst ? 'filled' : 'default'} disabled={chosen.length === 0} loading={isPending} onClick={() => add({ codes: chosen })}>
        {t('criteria.addChosen', { count: chosen.length })}
      </Button>
    </div>
  );
}
