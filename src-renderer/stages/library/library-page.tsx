import { Button, Skeleton } from '@mantine/core';
import { IconBooks, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { everything, findPractices, type Wanted } from './find-practices.ts';
import classes from './library.module.css';
import { LibraryFilter } from './library-filter.tsx';
import { PracticeCard } from './practice-card.tsx';
import { PracticeDrawer } from './practice-drawer.tsx';

/** What other cities did for safety and what is known of how it went; the city's own practices beside them. */
export function LibraryPage() {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const country = useProject()?.city.country ?? '';
  const practices = useQuery(queries.library.list.queryOptions({ input: { language } })).data;
  const links = useQuery(queries.library.links.queryOptions()).data ?? [];
  const [wanted, setWanted] = useState<Wanted>(everything);
  const [openId, setOpenId] = useState<string | null>(null);
  const add = useMutation(queries.library.add.mutationOptions({ onSuccess: ({ id }) => setOpenId(id) }));
  const found = practices ? findPractices(practices, wanted, country) : [];
  const addButton = (
    <Button leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} loading={add.isPending} onClick={() => add.mutate({ country, language })}>
      {t('library.add')}
    </Button>
  );
  return (
    <StagePage wide title={t('section.library')} purpose={t('library.purpose')} actions={addButton}>
      <LibraryFilter wanted={wanted} onChange={setWanted} />
      {practices === undefined ? <Skeleton height="24rem" /> : null}
      {practices ? (
        <p className={classes.count} role="status">
          {t('library.found', { count: found.length, total: formats.count(practices.length) })}
        </p>
      ) : null}
      {practices && found.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconBooks}
            title={t('library.none.title')}
            action={
              <Button variant="default" onClick={() => setWanted(everything)}>
                {t('library.none.action')}
              </Button>
            }
          >
            {t('library.none.body')}
          </EmptyState>
        </Panel>
      ) : null}
      <ul className={classes.cards}>
        {found.map((practice) => (
          <li key={practice.id}>
            <PracticeCard
              practice={practice}
              followers={links.filter(({ practiceId }) => practiceId === practice.id).length}
              onOpen={() => setOpenId(practice.id)}
            />
          </li>
        ))}
      </ul>
      <PracticeDrawer practice={practices?.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </StagePage>
  );
}
