import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventReport, Speaker } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './report.module.css';
import { SpeakerDrawer } from './speaker-drawer.tsx';

interface SpeakersProps {
  readonly report: EventReport;
  readonly isReadOnly: boolean;
}

/** Who spoke, presented or led: personal data, with consent and a day to be deleted by. Nobody's name is on the wall. */
export function SpeakersPanel({ report, isReadOnly }: SpeakersProps) {
  const { t, formats } = useTexts();
  const { isProjector } = usePreferences();
  const [openId, setOpenId] = useState<string | null>(null);
  const people = report.speakers.filter(({ role }) => role !== 'reporter');
  if (isProjector) {
    return (
      <Panel title={t('eventReport.people')}>
        <Notice kind="info">{t('attendance.projector')}</Notice>
      </Panel>
    );
  }
  return (
    <Panel title={t('eventReport.people')} note={t('eventReport.peopleNote')}>
      <div className={classes.parts}>
        <Due report={report} isReadOnly={isReadOnly} />
        {people.length === 0 ? <p className={classes.hint}>{t('eventReport.noSpeakers')}</p> : null}
        <ul className={classes.people}>
          {people.map((speaker) => (
            <li key={speaker.id}>
              <button type="button" className={classes.person} onClick={() => setOpenId(speaker.id)}>
                <strong>
                  <bdi>{[speaker.title, speaker.fullName].filter(Boolean).join(' ') || t('output.noWords')}</bdi>
                </strong>
                <span>{[t(`eventReport.role.${speaker.role}`), speaker.post, speaker.organisation].filter(Boolean).join(' · ')}</span>
                <span className={classes.state} data-kind={speaker.isDue ? 'danger' : speaker.consent.named ? 'good' : 'caution'}>
                  {stateOf(speaker, t, formats)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {isReadOnly ? null : <AddSpeaker report={report} />}
      </div>
      <SpeakerDrawer speaker={people.find(({ id }) => id === openId) ?? null} isReadOnly={isReadOnly} onClose={() => setOpenId(null)} />
    </Panel>
  );
}

function stateOf({ isDue, deleteAfter, consent }: Speaker, t: ReturnType<typeof useTexts>['t'], formats: ReturnType<typeof useTexts>['formats']): string {
  if (isDue) return t('eventReport.isDue', { day: formats.day(deleteAfter) });
  if (!consent.named) return t('eventReport.notAsked');
  return consent.email ? t('eventReport.agreedWithEmail') : t('eventReport.agreed');
}

function Due({ report, isReadOnly }: SpeakersProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: deleteDue, isPending } = useMutation(queries.eventReports.deleteDue.mutationOptions());
  const count = report.speakers.filter(({ isDue }) => isDue).length;
  if (count === 0) return null;
  const title = t('eventReport.due', { count });
  const action = t('eventReport.deleteDue');
  return (
    <>
      <Notice
        kind="caution"
        title={title}
        action={
          isReadOnly ? null : (
            <Button
              size="compact-md"
              color="red"
              variant="light"
              loading={isPending}
              onClick={() => ask({ title: action, body: t('eventReport.deleteDue.body'), action, onConfirm: () => deleteDue({ id: report.id }) })}
            >
              {action}
            </Button>
          )
        }
      />
      {dialog}
    </>
  );
}

/** Somebody the project knows, chosen from a list, or a new name. */
function AddSpeaker({ report }: { report: EventReport }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [name, setName] = useState('');
  const { mutate: add } = useMutation(queries.eventReports.addSpeaker.mutationOptions());
  const known = useQuery(queries.people.list.queryOptions()).data ?? [];
  const here = new Set(report.speakers.map(({ personId }) => personId));
  const options = known.filter(({ id, isRemoved, name: fullName }) => !isRemoved && fullName.trim() !== '' && !here.has(id));
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        add({ reportId: report.id, fullName: name.trim() });
        setName('');
      }}
    >
      {options.length > 0 ? (
        <Select
          label={t('eventReport.known')}
          data={options.map((person) => ({ value: person.id, label: person.name }))}
          value={null}
          searchable
          onChange={(personId) => {
            if (personId) add({ reportId: report.id, personId });
          }}
        />
      ) : null}
      <TextInput label={t('eventReport.newPerson')} dir="auto" value={name} maxLength={500} onChange={(event) => setName(event.currentTarget.value)} />
      <Group>
        <Button type="submit" variant="default" disabled={name.trim() === ''} leftSection={<IconUserPlus size="1.1rem" stroke={1.6} aria-hidden />}>
          {t('eventReport.addSpeaker')}
        </Button>
      </Group>
    </form>
  );
}
