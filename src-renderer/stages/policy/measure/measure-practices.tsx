import { MultiSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Fold } from '../fold.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';

/** What other cities did that this measure follows, chosen from the library. */
export function MeasurePractices({ measure }: Pick<MeasurePartProps, 'measure'>) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const practices = useQuery(queries.library.list.queryOptions({ input: { language } })).data ?? [];
  const links = useQuery(queries.library.links.queryOptions()).data ?? [];
  const link = useMutation(queries.library.link.mutationOptions());
  const unlink = useMutation(queries.library.unlink.mutationOptions());
  const followed = links.filter(({ measureId }) => measureId === measure.id).map(({ practiceId }) => practiceId);
  const choose = (chosen: readonly string[]) => {
    for (const practiceId of chosen) if (!followed.includes(practiceId)) link.mutate({ measureId: measure.id, practiceId });
    for (const practiceId of followed) if (!chosen.includes(practiceId)) unlink.mutate({ measureId: measure.id, practiceId });
  };
  return (
    <div className={classes.part}>
      <Fold title={t('policy.more.practices')} note={t('policy.practicesCount', { count: followed.length })}>
        <MultiSelect
          label={t('policy.practices')}
          description={t('policy.practicesNote')}
          data={practices.map(({ id, title, city }) => ({ value: id, label: [title, city].filter(Boolean).join(' · ') }))}
          value={followed}
          onChange={choose}
          searchable
          className={classes.wholeField}
        />
      </Fold>
    </div>
  );
}
