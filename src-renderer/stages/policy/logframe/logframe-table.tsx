import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { MeasureInput, ObjectiveInput } from '#shared/domain/policy.ts';
import { type LogframeRow, logframeRows } from '#shared/methods/logframe.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../../ui/editable-cell.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { useBodies, useMoney, usePeriodText, type usePlan } from '../use-plan.ts';
import classes from './logframe.module.css';

type Plan = ReturnType<typeof usePlan>;
interface Field {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** The logical framework as one table that can be worked in: what is written here is the plan's own text. */
export function LogframeTable({ plan, vision, onOpenMeasure }: { plan: Plan; vision: string; onOpenMeasure: (id: string) => void }) {
  const { t } = useTexts();
  const rows = logframeRows({ vision, pillars: plan.pillars, objectives: plan.objectives, measures: plan.measures });
  const keyOf = (row: LogframeRow) => `${row.level} ${row.of === 'policy' ? '' : row.of === 'objective' ? row.objective.id : row.measure.id}`;
  let pillarId: string | null = null;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('section.logframe')}</caption>
        <colgroup>
          <col style={{ inlineSize: '32%' }} />
          <col style={{ inlineSize: '26%' }} />
          <col style={{ inlineSize: '20%' }} />
          <col style={{ inlineSize: '22%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('logframe.what')}</th>
            <th scope="col">{t('logframe.indicator')}</th>
            <th scope="col">{t('logframe.verification')}</th>
            <th scope="col">{t('logframe.assumption')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isNewPillar = row.pillar !== null && row.pillar.id !== pillarId;
            pillarId = row.pillar?.id ?? pillarId;
            return (
              <Fragment key={keyOf(row)}>
                {isNewPillar ? (
                  <tr className={classes.pillarRow}>
                    <th scope="colgroup" colSpan={4}>
                      <bdi>{row.pillar?.title || t('policy.untitled')}</bdi>
                    </th>
                  </tr>
                ) : null}
                <tr data-level={row.level} data-object={row.of === 'objective' ? row.objective.id : undefined}>
                  <Row row={row} onOpenMeasure={onOpenMeasure} />
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, onOpenMeasure }: { row: LogframeRow; onOpenMeasure: (id: string) => void }) {
  if (row.of === 'policy') return <VisionCells text={row.text} />;
  if (row.of === 'objective') return <ObjectiveCells row={row} />;
  return row.level === 'output' ? <OutputCells row={row} onOpenMeasure={onOpenMeasure} /> : <ActivityCells row={row} />;
}

function Cell({ field: { label, value, onSave }, placeholder }: { field: Field; placeholder?: string }) {
  return (
    <SavedTextarea variant="unstyled" className={classes.cell} aria-label={label} placeholder={placeholder ?? '–'} value={value} onSave={onSave} minRows={1} />
  );
}

function VisionCells({ text }: { text: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.policy.update.mutationOptions());
  return (
    <>
      <th scope="row">
        <div className={classes.levelWord}>{t('logframe.impact')}</div>
        <Cell field={{ label: t('policy.visionLabel'), value: text, onSave: (vision) => update.mutate({ vision }) }} placeholder={t('policy.visionLabel')} />
      </th>
      <td colSpan={3}>
        <p className={classes.quiet}>{t('logframe.impactNote')}</p>
      </td>
    </>
  );
}

function ObjectiveCells({ row }: { row: Extract<LogframeRow, { of: 'objective' }> }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.policy.updateObjective.mutationOptions());
  const { objective, level, number } = row;
  const save = (patch: Partial<ObjectiveInput>) => update.mutate({ id: objective.id, patch });
  const of = `${t(`logframe.${level}`)} ${number}`;
  const field = (label: string, key: 'title' | 'verification' | 'assumption'): Field => ({
    label: `${label}: ${of}`,
    value: objective[key],
    onSave: (value) => save({ [key]: value }),
  });
  return (
    <>
      <th scope="row">
        <div className={classes.levelWord}>{of}</div>
        <Cell field={field(t('logframe.what'), 'title')} placeholder={t('policy.objectivePlaceholder')} />
      </th>
      <td>
        <AimCell of={of} aim={objective} save={save} />
      </td>
      <td>
        <Cell field={field(t('logframe.verification'), 'verification')} />
      </td>
      <td>
        <Cell field={field(t('logframe.assumption'), 'assumption')} />
      </td>
    </>
  );
}

function OutputCells({ row, onOpenMeasure }: { row: Extract<LogframeRow, { of: 'measure' }>; onOpenMeasure: (id: string) => void }) {
  const { t } = useTexts();
  const { measure, number } = row;
  const save = useSaveMeasure(measure.id);
  const of = `${t('logframe.output')} ${number}`;
  const field = (label: string, key: 'output' | 'verification' | 'assumptions'): Field => ({
    label: `${label}: ${of}`,
    value: measure[key],
    onSave: (value) => save({ [key]: value }),
  });
  return (
    <>
      <th scope="row">
        <div className={classes.levelWord}>
          {of}
          <button type="button" onClick={() => onOpenMeasure(measure.id)}>
            <bdi>{measure.title || t('policy.untitledMeasure')}</bdi>
          </button>
        </div>
        <Cell field={field(t('logframe.what'), 'output')} placeholder={t('logframe.outputHint')} />
      </th>
      <td>
        <AimCell of={of} aim={measure} save={save} />
      </td>
      <td>
        <Cell field={field(t('logframe.verification'), 'verification')} />
      </td>
      <td>
        <Cell field={field(t('logframe.assumption'), 'assumptions')} />
      </td>
    </>
  );
}

/** At the level of the work the table asks for means and time instead of an indicator, and for what could go wrong. */
function ActivityCells({ row }: { row: Extract<LogframeRow, { of: 'measure' }> }) {
  const { t } = useTexts();
  const { measure, number } = row;
  const save = useSaveMeasure(measure.id);
  const money = useMoney(measure);
  const periodText = usePeriodText();
  const { nameOf } = useBodies();
  const of = `${t('logframe.activity')} ${number}`;
  return (
    <>
      <th scope="row">
        <div className={classes.levelWord}>{of}</div>
        <Cell
          field={{ label: `${t('policy.activities')}: ${of}`, value: measure.activities, onSave: (activities) => save({ activities }) }}
          placeholder={t('policy.activities')}
        />
      </th>
      <td>
        <p className={classes.quiet}>{t('logframe.means', { cost: money(measure.totalCost), owner: nameOf(measure.ownerId) ?? '–' })}</p>
      </td>
      <td>
        <p className={classes.quiet}>{periodText(measure)}</p>
      </td>
      <td>
        <Cell field={{ label: `${t('policy.risks')}: ${of}`, value: measure.risks, onSave: (risks) => save({ risks }) }} placeholder={t('policy.risks')} />
      </td>
    </>
  );
}

function useSaveMeasure(id: string): (patch: Partial<MeasureInput>) => void {
  const { queries } = useEngine();
  const update = useMutation(queries.policy.updateMeasure.mutationOptions());
  return (patch) => update.mutate({ id, patch });
}

type Aim = Pick<MeasureInput, 'indicatorCode' | 'indicatorText' | 'baselineValue' | 'targetValue'>;

/** The indicator and its way from now to then. One of the catalogue keeps its name; own words can be changed here. */
function AimCell({ of, aim, save }: { of: string; aim: Aim; save: (patch: Partial<Aim>) => void }) {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const known = indicators.find(({ code }) => code === aim.indicatorCode);
  const format = (value: number) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
  return (
    <>
      {known ? (
        <p className={classes.fixed}>{known.name}</p>
      ) : (
        <Cell field={{ label: `${t('logframe.indicator')}: ${of}`, value: aim.indicatorText, onSave: (indicatorText) => save({ indicatorText }) }} />
      )}
      <div className={classes.aim}>
        <CellNumber
          label={`${t('policy.baseline')}: ${of}`}
          value={aim.baselineValue}
          onSave={(baselineValue) => save({ baselineValue })}
          format={format}
          min={-1e15}
        />
        <IconArrowRight size="1rem" stroke={1.6} aria-hidden />
        <CellNumber
          label={`${t('policy.target')}: ${of}`}
          value={aim.targetValue}
          onSave={(targetValue) => save({ targetValue })}
          format={format}
          min={-1e15}
        />
      </div>
    </>
  );
}
