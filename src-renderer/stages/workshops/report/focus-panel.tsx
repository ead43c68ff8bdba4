import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { crossCuttingIssues, type EventFacts, type EventReport, thematicAreas } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useSavedValue } from '../../../ui/use-saved-value.ts';
import classes from './report.module.css';
import { TakenMark } from './taken-mark.tsx';

/** The form's focus areas with their sub-areas, and what crosses them. */
export function FocusPanel({ report, isReadOnly }: { report: EventReport; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.eventReports.update.mutationOptions());
  const save = (patch: Partial<EventFacts>) => update({ id: report.id, patch });
  // Several boxes may be ticked before the first has arrived: what is ticked counts, not what has been stored.
  const themes = useSavedValue(report.facts.themes.join(' '), (words) => save({ themes: words.split(' ').filter(Boolean) }));
  const crossCutting = useSavedValue(report.facts.crossCutting.join(' '), (words) =>
    save({ crossCutting: crossCuttingIssues.filter((issue) => words.split(' ').includes(issue)) }),
  );
  const isIn = (words: string, word: string) => words.split(' ').includes(word);
  const toggled = (words: string, word: string, isOn: boolean) =>
    [...words.split(' ').filter((each) => each !== '' && each !== word), ...(isOn ? [word] : [])].join(' ');
  return (
    <Panel
      title={t('eventReport.focus')}
      note={t('eventReport.focusNote')}
      actions={<TakenMark report={report} what="themes" label={t('eventReport.field.themes')} isReadOnly={isReadOnly} />}
    >
      <div className={classes.areas}>
        {thematicAreas.map(({ area, subAreas }) => (
          <fieldset key={area} className={classes.area}>
            <legend>{t(`eventReport.area.${area}`)}</legend>
            {subAreas.map((subArea) => {
              const theme = `${area}/${subArea}`;
              return (
                <Checkbox
                  key={theme}
                  label={t(`eventReport.sub.${subArea}`)}
                  checked={isIn(themes.value, theme)}
                  disabled={isReadOnly}
                  onChange={(event) => themes.change(toggled(themes.value, theme, event.currentTarget.checked))}
                />
              );
            })}
          </fieldset>
        ))}
        <fieldset className={classes.area}>
          <legend>{t('eventReport.field.crossCutting')}</legend>
          {crossCuttingIssues.map((issue) => (
            <Checkbox
              key={issue}
              label={t(`eventReport.cross.${issue}`)}
              checked={isIn(crossCutting.value, issue)}
              disabled={isReadOnly}
              onChange={(event) => crossCutting.change(toggled(crossCutting.value, issue, event.currentTarget.checked))}
            />
          ))}
        </fieldset>
      </div>
    </Panel>
  );
}
