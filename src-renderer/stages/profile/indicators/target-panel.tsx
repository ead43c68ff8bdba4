import { ActionIcon, Button, Group, Select, Tooltip } from '@mantine/core';
import { IconTargetArrow, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndicatorDefinition, IndicatorTarget } from '#shared/domain/indicators.ts';
import { targetProgress } from '#shared/methods/indicator-target.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useAreas } from '../use-areas.ts';
import classes from './indicators.module.css';
import { periodText, valueText } from './observation-words.ts';
import type { IndicatorCell } from './use-indicators.ts';

/** The targets of an indicator: each from a baseline of the same wording, with how far the newest value has come. */
export function TargetPanel({ cells, definition }: { cells: readonly IndicatorCell[]; definition: IndicatorDefinition }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const areas = useAreas();
  const targets = (useQuery(queries.indicators.targets.queryOptions()).data ?? []).filter((target) => target.indicatorCode === definition.code);
  const add = useMutation(queries.indicators.addTarget.mutationOptions());
  const [isChoosing, setChoosing] = useState(false);
  const baselines = cells.filter((cell) => cell.headline.figure?.value != null && cell.year !== null);
  const about = (areaId: string | null, breakdown: string) => [areas.nameOf(areaId) || t('explore.filter.wholeCity'), breakdown].filter(Boolean).join(', ');
  if (baselines.length === 0 && targets.length === 0) return null;
  return (
    <Panel
      title={t('indicators.one.target')}
      note={targets.length === 0 ? t('indicators.one.target.none') : undefined}
      actions={
        baselines.length > 0 ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTargetArrow size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => setChoosing(!isChoosing)}
            aria-expanded={isChoosing}
          >
            {t('indicators.target.add')}
          </Button>
        ) : undefined
      }
    >
      {isChoosing ? (
        <Select
          label={t('indicators.target.baseline')}
          data={baselines.map((cell) => ({
            value: cell.headline.figure?.id ?? '',
            label: `${about(cell.areaId, cell.breakdown)}, ${periodText({ formats }, cell)}: ${valueText({ formats }, cell.headline.value)} ${definition.unit}`,
          }))}
          value={null}
          onChange={(baselineId) => baselineId && add.mutate({ baselineId }, { onSuccess: () => setChoosing(false) })}
          searchable
        />
      ) : null}
      <ul className={classes.stack}>
        {targets.map((target) => (
          <TargetRow key={target.id} target={target} cells={cells} definition={definition} about={about(target.areaId, target.breakdown)} />
        ))}
      </ul>
    </Panel>
  );
}

function TargetRow({
  target,
  cells,
  definition,
  about,
}: {
  target: IndicatorTarget;
  cells: readonly IndicatorCell[];
  definition: IndicatorDefinition;
  about: string;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.indicators.updateTarget.mutationOptions());
  const remove = useMutation(queries.indicators.removeTarget.mutationOptions());
  const { ask, dialog } = useConfirm();
  const save = (patch: Partial<Pick<IndicatorTarget, 'targetValue' | 'targetYear' | 'reason'>>) => update.mutate({ id: target.id, patch });
  // Newest value of the same place and group after the baseline; its wording may be another one, which the progress then says.
  const newest = cells.find(
    (cell) => cell.areaId === target.areaId && cell.breakdown === target.breakdown && cell.shown !== null && (cell.year ?? 0) > (target.baselineYear ?? 0),
  );
  const progress = targetProgress({
    baseline: target.baselineValue,
    target: target.targetValue,
    actual: newest ? { value: newest.headline.value, wording: newest.wording, isInDispute: newest.headline.state === 'dispute' } : null,
    wording: target.definitionVersion,
    direction: definition.direction,
  });
  return (
    <li>
      <Group align="end" gap="sm" wrap="wrap">
        <div className={classes.computableWords}>
          <strong>
            <bdi>{about}</bdi>
          </strong>
          <small className={classes.rule}>
            {t('indicators.target.baseline')}: {target.baselineYear}, {valueText({ formats }, target.baselineValue)} {definition.unit}
            {newest?.headline.value != null ? ` · ${t('indicators.target.now')}: ${newest.year}, ${valueText({ formats }, newest.headline.value)}` : ''}
          </small>
        </div>
        <SavedNumberInput label={t('indicators.target.value')} w="7rem" value={target.targetValue} onSave={(targetValue) => save({ targetValue })} />
        <SavedNumberInput
          label={t('indicators.target.year')}
          w="7rem"
          thousandSeparator=""
          allowDecimal={false}
          value={target.targetYear}
          onSave={(targetYear) => {
            if (targetYear === null || (targetYear >= 1800 && targetYear <= 2200)) save({ targetYear });
          }}
        />
        <SavedTextInput label={t('indicators.target.reason')} value={target.reason} onSave={(reason) => save({ reason })} style={{ flex: '1 1 12rem' }} />
        <div style={{ minInlineSize: '7rem' }}>
          <div className={classes.faint}>{t('indicators.target.progress')}</div>
          {progress.gap ? (
            <Tooltip label={t(`targetGap.${progress.gap}`)}>
              <button type="button" className={classes.term} aria-label={t(`targetGap.${progress.gap}`)}>
                –
              </button>
            </Tooltip>
          ) : (
            <span className={classes.value}>
              <bdi>{formats.percent(progress.share, 1)}</bdi> {progress.isReached ? t('indicators.target.reached') : ''}
            </span>
          )}
        </div>
        <Tooltip label={t('indicators.target.remove')}>
          <ActionIcon
            variant="subtle"
            color="red"
            size="2.25rem"
            aria-label={`${t('indicators.target.remove')}: ${about}`}
            onClick={() =>
              ask({
                title: t('indicators.target.remove.title'),
                body: t('indicators.target.remove.body', { name: definition.name }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: target.id }),
              })
            }
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      {progress.gap ? <small className={classes.rule}>{t(`targetGap.${progress.gap}`)}</small> : null}
      {progress.isAgainstDirection ? <Notice kind="caution">{t('indicators.target.against')}</Notice> : null}
      {dialog}
    </li>
  );
}
