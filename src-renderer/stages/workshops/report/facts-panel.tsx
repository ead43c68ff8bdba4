import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type EventFacts, type EventReport, eventFactsSchema, eventTypes, type TakenFact } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useSavedValue } from '../../../ui/use-saved-value.ts';
import classes from './report.module.css';
import { ReporterField } from './reporter-field.tsx';
import { SavedTime } from './saved-time.tsx';
import { TakenMark } from './taken-mark.tsx';

const organisersSchema = eventFactsSchema.shape.organisers;

interface FactsProps {
  readonly report: EventReport;
  readonly isReadOnly: boolean;
}

/** What kind of event it was, when and where, and who organised it. */
export function FactsPanel({ report, isReadOnly }: FactsProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.eventReports.update.mutationOptions());
  const { facts } = report;
  const save = (patch: Partial<EventFacts>) => update({ id: report.id, patch });
  const taken = (what: TakenFact, label: string, field: ReactNode) => (
    <div className={classes.field}>
      {field}
      <TakenMark report={report} what={what} label={label} isReadOnly={isReadOnly} />
    </div>
  );
  const day = (name: 'startsOn' | 'endsOn' | 'deadlineOn') => (
    <TextInput
      label={t(`eventReport.field.${name}`)}
      type="date"
      value={facts[name] ?? ''}
      disabled={isReadOnly}
      onChange={(event) => save({ [name]: event.currentTarget.value || null })}
    />
  );
  return (
    <Panel title={t('eventReport.event')}>
      <div className={classes.fields}>
        {taken(
          'eventType',
          t('eventReport.field.eventType'),
          <Select
            label={t('eventReport.field.eventType')}
            placeholder={t('eventReport.chooseType')}
            data={eventTypes.map((type) => ({ value: type, label: t(`eventReport.type.${type}`) }))}
            value={facts.eventType || null}
            disabled={isReadOnly}
            clearable
            clearButtonProps={{ 'aria-label': t('action.clear') }}
            onChange={(value) => save({ eventType: eventTypes.find((each) => each === value) ?? '' })}
          />,
        )}
        <ReporterField report={report} isReadOnly={isReadOnly} />
        {taken(
          'title',
          t('eventReport.field.title'),
          <SavedTextInput label={t('eventReport.field.title')} value={facts.title} disabled={isReadOnly} onSave={(title) => save({ title })} />,
        )}
        <SavedTextInput label={t('eventReport.field.number')} value={facts.number} disabled={isReadOnly} onSave={(number) => save({ number })} />
        {taken('startsOn', t('eventReport.field.startsOn'), day('startsOn'))}
        {taken('endsOn', t('eventReport.field.endsOn'), day('endsOn'))}
        {taken(
          'startTime',
          t('eventReport.field.startTime'),
          <SavedTime label={t('eventReport.field.startTime')} value={facts.startTime} disabled={isReadOnly} onSave={(startTime) => save({ startTime })} />,
        )}
        {taken(
          'endTime',
          t('eventReport.field.endTime'),
          <SavedTime label={t('eventReport.field.endTime')} value={facts.endTime} disabled={isReadOnly} onSave={(endTime) => save({ endTime })} />,
        )}
        <p className={classes.timeHint}>{t('eventReport.timeHint')}</p>
        {taken(
          'venue',
          t('eventReport.field.venue'),
          <SavedTextInput label={t('eventReport.field.venue')} value={facts.venue} disabled={isReadOnly} onSave={(venue) => save({ venue })} />,
        )}
        {taken(
          'participants',
          t('eventReport.field.participantsShort'),
          <SavedNumberInput
            label={t('eventReport.field.participantsShort')}
            value={facts.participants}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            disabled={isReadOnly}
            onSave={(participants) => save({ participants: participants === null ? null : Math.round(participants) })}
          />,
        )}
        {day('deadlineOn')}
        <SavedTextInput label={t('eventReport.field.sendTo')} value={facts.sendTo} disabled={isReadOnly} onSave={(sendTo) => save({ sendTo })} />
      </div>
      <Organisers report={report} isReadOnly={isReadOnly} onSave={(organisers) => save({ organisers })} />
    </Panel>
  );
}

function Organisers({ report, isReadOnly, onSave }: FactsProps & { onSave: (organisers: EventFacts['organisers']) => void }) {
  const { t } = useTexts();
  // The list is saved as one: a row may be added before what was typed in another has arrived.
  const saved = useSavedValue(JSON.stringify(report.facts.organisers), (text) => onSave(organisersSchema.parse(JSON.parse(text))));
  const organisers = organisersSchema.parse(JSON.parse(saved.value));
  const put = (next: EventFacts['organisers']) => saved.change(JSON.stringify(next));
  const change = (at: number, patch: Partial<EventFacts['organisers'][number]>) =>
    put(organisers.map((each, place) => (place === at ? { ...each, ...patch } : each)));
  return (
    <fieldset className={classes.list}>
      <legend>
        {t('eventReport.field.organisers')} <TakenMark report={report} what="organisers" label={t('eventReport.field.organisers')} isReadOnly={isReadOnly} />
      </legend>
      {organisers.map((organiser, place) => (
        // Rows have no name of their own but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: two institutions may be called the same while they are typed
        <div key={place} className={classes.organiser}>
          <TextInput
            dir="auto"
            maxLength={500}
            label={t('eventReport.field.organiser')}
            value={organiser.name}
            disabled={isReadOnly}
            onChange={(event) => change(place, { name: event.currentTarget.value })}
            onBlur={saved.flush}
          />
          <TextInput
            dir="auto"
            maxLength={500}
            label={t('eventReport.field.organiserPlace')}
            value={organiser.place}
            disabled={isReadOnly}
            onChange={(event) => change(place, { place: event.currentTarget.value })}
            onBlur={saved.flush}
          />
          {isReadOnly ? null : (
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('eventReport.removeOrganiser', { name: organiser.name })}
              onClick={() => put(organisers.filter((_each, at) => at !== place))}
            >
              <IconX size="1.1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {isReadOnly ? null : (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => put([...organisers, { name: '', place: organisers[0]?.place ?? '' }])}
          >
            {t('eventReport.addOrganiser')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
