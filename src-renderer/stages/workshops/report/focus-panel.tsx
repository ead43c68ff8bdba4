import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { crossCuttingIssues, type EventFacts, type EventReport, thematicAreas } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './report.module.css';
import { TakenMark } from './taken-mark.tsx';

/** The form's focus areas with their sub-areas, and what crosses them. */
export function FocusPanel({ report, isReadOnly }: { report: EventReport; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.eventReports.update.mutationOptions());
  const { themes, crossCutting } = report.facts;
  const save = (patch: Partial<EventFacts>) => update({ id: report.id, patch });
  const toggled = <Item,>(items: readonly Item[], item: Item, isOn: boolean): Item[] => (isOn ? [...items, item] : items.filter((each) => each !== item));
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
                  checked={themes.includes(theme)}
                  disabled={isReadOnly}
                  onChange={(event) => save({ themes: toggled(themes, theme, event.currentTarget.checked) })}
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
              checked={crossCutting.includes(issue)}
              disabled={isReadOnly}
              onChange={(event) => save({ crossCutting: toggled(crossCutting, issue, event.currentTarget.checked) })}
            />
          ))}
        </fieldset>
      </div>
    </Panel>
  );
}
