import { Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useId, useState } from 'react';
import { type EventFacts, type EventReport, issueParts, partsOfLimit, type ReportPart, wordLimits } from '#shared/domain/event-reports.ts';
import { againstLimit, countWords } from '#shared/methods/word-count.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useSavedValue } from '../../../ui/use-saved-value.ts';
import classes from './report.module.css';
import { TakenMark } from './taken-mark.tsx';

interface TextProps {
  readonly report: EventReport;
  readonly isReadOnly: boolean;
}

/** The running text with its words counted while it is typed: warned of, never cut. */
export function TextPanels({ report, isReadOnly }: TextProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [typed, setTyped] = useState<Partial<Record<ReportPart, string>>>({});
  const { mutate: update } = useMutation(queries.eventReports.update.mutationOptions());
  const onTyped = useCallback((part: ReportPart, text: string) => setTyped((all) => (all[part] === text ? all : { ...all, [part]: text })), []);
  const textOf = (part: ReportPart) => typed[part] ?? report.texts[part];
  const rename = (place: number, heading: string) => {
    const [first, second, third] = report.facts.issueHeadings.map((each, at) => (at === place ? heading : each));
    update({ id: report.id, patch: { issueHeadings: [first ?? '', second ?? '', third ?? ''] satisfies EventFacts['issueHeadings'] } });
  };
  const part = (name: ReportPart, label: string, help?: string) => (
    <PartField key={name} report={report} part={name} label={label} help={help} isReadOnly={isReadOnly} onTyped={onTyped} />
  );
  const usual = [t('eventReport.heading.1'), t('eventReport.heading.2'), t('eventReport.heading.3')];
  return (
    <>
      <Panel title={t('eventReport.part.summary')} actions={<LimitCount texts={partsOfLimit.summary.map(textOf)} limit={wordLimits.summary} />}>
        {part('summary', t('eventReport.part.summary'), t('eventReport.help.summary'))}
      </Panel>
      <Panel
        title={t('eventReport.part.discussion')}
        note={t('eventReport.help.discussion')}
        actions={<LimitCount texts={partsOfLimit.discussion.map(textOf)} limit={wordLimits.discussion} />}
      >
        <div className={classes.parts}>
          {part('outline', t('eventReport.part.outline'), t('eventReport.help.outline'))}
          <section className={classes.issues} aria-label={t('eventReport.part.issues')}>
            <h3>{t('eventReport.part.issues')}</h3>
            <p className={classes.hint}>{t('eventReport.help.issues')}</p>
            {issueParts.map((name, place) => (
              <div key={name} className={classes.issue}>
                <SavedTextInput
                  label={t('eventReport.heading', { number: place + 1 })}
                  placeholder={usual[place]}
                  value={report.facts.issueHeadings[place] ?? ''}
                  disabled={isReadOnly}
                  onSave={(heading) => rename(place, heading)}
                />
                {part(name, report.facts.issueHeadings[place] || (usual[place] ?? ''))}
              </div>
            ))}
          </section>
          {part('recommendations', t('eventReport.part.recommendations'), t('eventReport.help.recommendations'))}
          {part('partnerships', t('eventReport.part.partnerships'), t('eventReport.help.partnerships'))}
        </div>
      </Panel>
    </>
  );
}

function LimitCount({ texts, limit }: { texts: readonly string[]; limit: number }) {
  const { t, formats, language } = useTexts();
  const { words, over } = againstLimit(texts, limit, language);
  return (
    <span className={classes.limit} data-over={over > 0 || undefined} role="status">
      <strong>{t('eventReport.words', { words: formats.count(words), limit: formats.count(limit) })}</strong>
      {over > 0 ? <span>{t('eventReport.over', { over: formats.count(over), limit: formats.count(limit) })}</span> : null}
    </span>
  );
}

function PartField({
  report,
  part,
  label,
  help,
  isReadOnly,
  onTyped,
}: TextProps & { part: ReportPart; label: string; help?: string | undefined; onTyped: (part: ReportPart, text: string) => void }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const id = useId();
  const { mutate: setText } = useMutation(queries.eventReports.setText.mutationOptions());
  const saved = useSavedValue(report.texts[part], (text) => setText({ id: report.id, part, text }));
  // The mark and the arrow stand beside the name of the field, the count under it.
  return (
    <div className={classes.part}>
      <div className={classes.partHead}>
        <label htmlFor={id}>{label}</label>
        <TakenMark report={report} what={part} label={label} isReadOnly={isReadOnly} />
      </div>
      {help ? (
        <p id={`${id}-help`} className={classes.hint}>
          {help}
        </p>
      ) : null}
      <Textarea
        id={id}
        dir="auto"
        autosize
        minRows={3}
        maxLength={20_000}
        disabled={isReadOnly}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        value={saved.value}
        onChange={(event) => {
          saved.change(event.currentTarget.value);
          onTyped(part, event.currentTarget.value);
        }}
        onBlur={saved.flush}
      />
      <span className={classes.count}>{t('eventReport.partWords', { words: formats.count(countWords(saved.value, language)) })}</span>
    </div>
  );
}
