import { ActionIcon, Select } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Practice } from '#shared/domain/library.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../ui/saved-text.tsx';
import classes from './practice.module.css';

/** The measures of the plan that follow a practice, and what they take from it. */
export function PracticeMeasures({ practice }: { practice: Practice }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const links = useQuery(queries.library.links.queryOptions()).data ?? [];
  const link = useMutation(queries.library.link.mutationOptions());
  const unlink = useMutation(queries.library.unlink.mutationOptions());
  const own = links.filter(({ practiceId }) => practiceId === practice.id);
  const titleOf = (id: string) => measures.find((measure) => measure.id === id)?.title || t('risks.untitled');
  const free = measures.filter(({ id }) => !own.some(({ measureId }) => measureId === id));
  return (
    <section className={classes.measures} aria-label={t('practice.measures')}>
      <h3>{t('practice.measures')}</h3>
      {own.length === 0 ? <p className={classes.faint}>{t('practice.noMeasures')}</p> : null}
      <ul>
        {own.map(({ measureId, note }) => (
          <li key={measureId}>
            <Link to="/policy">
              <bdi>{titleOf(measureId)}</bdi>
            </Link>
            <ActionIcon aria-label={`${t('practice.unlink')}: ${titleOf(measureId)}`} onClick={() => unlink.mutate({ measureId, practiceId: practice.id })}>
              <IconUnlink size="1.1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
            <SavedTextInput
              aria-label={`${t('practice.linkNote')}: ${titleOf(measureId)}`}
              placeholder={t('practice.linkNote')}
              value={note}
              onSave={(text) => link.mutate({ measureId, practiceId: practice.id, note: text })}
            />
          </li>
        ))}
      </ul>
      {measures.length === 0 ? (
        <p className={classes.faint}>{t('practice.noPlan')}</p>
      ) : (
        <Select
          label={t('practice.link')}
          placeholder={t('practice.link.choose')}
          data={free.map(({ id, title }) => ({ value: id, label: title || t('risks.untitled') }))}
          value={null}
          onChange={(measureId) => measureId && link.mutate({ measureId, practiceId: practice.id })}
          searchable
        />
      )}
    </section>
  );
}
