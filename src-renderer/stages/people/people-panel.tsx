import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '#shared/domain/people.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import table from '../../ui/data-table.module.css';
import { Panel } from '../../ui/stage-page.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import classes from './people.module.css';
import { UncleanCopiesNotice } from './unclean-copies-notice.tsx';
import { usePeopleWords } from './use-people-words.ts';

/** Who is in the file, where, and deleting somebody for good. */
export function PeoplePanel() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const people = useQuery(queries.people.list.queryOptions({})).data;
  const [chosen, setChosen] = useState<Person | null>(null);
  if (!people || !project) return null;
  return (
    <Panel title={t('people.title')} note={t('people.note')} plain>
      {people.length === 0 ? (
        <p className={classes.nobody}>{t('people.empty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className={`${table.scroller} ${classes.people}`} tabIndex={0} role="group" aria-label={t('people.title')}>
          <table className={table.table}>
            <caption className="visually-hidden">{t('people.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.places')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('people.erase')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} isReadOnly={project.isReadOnly} onErase={() => setChosen(person)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <UncleanCopiesNotice />
      <EraseDialog person={chosen} onClose={() => setChosen(null)} />
    </Panel>
  );
}

function PersonRow({ person, isReadOnly, onErase }: { person: Person; isReadOnly: boolean; onErase: () => void }) {
  const { t } = useTexts();
  const words = usePeopleWords();
  const places = words.placesOf(person);
  const name = words.nameOf(person);
  const reach = [person.phone, person.email].filter(Boolean);
  return (
    <tr>
      <th scope="row" className={classes.person}>
        <span>
          <bdi>{name}</bdi>
        </span>
        {reach.map((text) => (
          <span key={text} className={classes.quiet}>
            <bdi>{text}</bdi>
          </span>
        ))}
      </th>
      <td>
        {person.isRemoved ? <span className={classes.quiet}>{t('people.onlyHistory')}</span> : places.map((place) => <div key={place}>{place}</div>)}
        {!person.isRemoved && places.length === 0 ? <span className={classes.quiet}>{t('people.nowhere')}</span> : null}
      </td>
      <td className={classes.act}>
        <Button variant="default" size="compact-md" mih="2.25rem" disabled={isReadOnly} onClick={onErase} aria-label={t('people.eraseOf', { name })}>
          {t('people.erase')}
        </Button>
      </td>
    </tr>
  );
}
