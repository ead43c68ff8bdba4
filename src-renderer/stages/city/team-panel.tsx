import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { TeamMember } from '#shared/domain/project.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import table from '../../ui/data-table.module.css';
import { CellText } from '../../ui/editable-cell.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './city-page.module.css';

/** The people who carry the work: a small table that is filled by keyboard, Enter adding the next line. */
export function TeamPanel({ team: stored, save }: { team: readonly TeamMember[]; save: (team: TeamMember[]) => void }) {
  const { t } = useTexts();
  const { ask, dialog } = useConfirm();
  // The whole team is saved at once; what was saved a moment ago counts before it comes back.
  const team = useRef(stored);
  useEffect(() => {
    team.current = stored;
  }, [stored]);
  const [focusId, setFocusId] = useState<string | null>(null);

  const change = (next: TeamMember[]) => {
    team.current = next;
    save(next);
  };
  const patch = (id: string, values: Partial<TeamMember>) => change(team.current.map((member) => (member.id === id ? { ...member, ...values } : member)));
  const add = () => {
    const id = uuidv7();
    setFocusId(id);
    change([...team.current, { id, name: '', role: '', body: '' }]);
  };

  useEffect(() => {
    if (!focusId || !stored.some((member) => member.id === focusId)) return;
    document.getElementById(`team-${focusId}`)?.focus();
    setFocusId(null);
  }, [focusId, stored]);

  return (
    <Panel
      title={t('city.team.title')}
      note={t('city.team.note')}
      plain
      actions={
        <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} onClick={add}>
          {t('city.team.add')}
        </Button>
      }
    >
      {stored.length === 0 ? (
        <p className={classes.nobody}>{t('city.team.empty')}</p>
      ) : (
        <div className={table.scroller}>
          <table className={table.table}>
            <caption className="visually-hidden">{t('city.team.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('city.team.name')}</th>
                <th scope="col">{t('city.team.role')}</th>
                <th scope="col">{t('city.team.body')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('action.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {stored.map((member) => (
                <tr key={member.id}>
                  <td>
                    <CellText
                      id={`team-${member.id}`}
                      label={t('city.team.name')}
                      placeholder={t('city.team.name')}
                      value={member.name}
                      onSave={(name) => patch(member.id, { name })}
                      onEnter={add}
                    />
                  </td>
                  <td>
                    <CellText label={t('city.team.role')} placeholder="–" value={member.role} onSave={(role) => patch(member.id, { role })} onEnter={add} />
                  </td>
                  <td>
                    <CellText label={t('city.team.body')} placeholder="–" value={member.body} onSave={(body) => patch(member.id, { body })} onEnter={add} />
                  </td>
                  <td className={classes.narrow}>
                    <Tooltip label={t('city.team.remove', { name: member.name || t('city.team.nameless') })}>
                      <ActionIcon
                        color="gray"
                        aria-label={t('city.team.remove', { name: member.name || t('city.team.nameless') })}
                        onClick={() =>
                          ask({
                            title: t('city.team.removeTitle', { name: member.name || t('city.team.nameless') }),
                            body: t('city.team.removeBody'),
                            action: t('action.remove'),
                            onConfirm: () => change(team.current.filter((candidate) => candidate.id !== member.id)),
                          })
                        }
                      >
                        <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {dialog}
    </Panel>
  );
}
