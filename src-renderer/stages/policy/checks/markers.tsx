import { Popover, Radio, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Marker, type MarkerTheme, markerScales, markerThemes } from '#shared/domain/policy-checks.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './checks.module.css';

/** How far every measure, and the policy as a whole, serves each theme of inclusion. */
export function Markers({ markers }: { markers: readonly Marker[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const rows = [{ id: null, title: t('checks.wholePolicy') }, ...measures.map(({ id, title }) => ({ id, title: title || t('policy.untitledMeasure') }))];
  return (
    <Panel title={t('checkTopic.inclusion')} note={t('checks.markers.note')} plain>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <caption className="visually-hidden">{t('checkTopic.inclusion')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policy.measure')}</th>
              {markerThemes.map((theme) => (
                <th key={theme} scope="col">
                  {t(`marker.${theme}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id ?? ''}>
                <th scope="row">
                  <bdi>{row.title}</bdi>
                </th>
                {markerThemes.map((theme) => (
                  <td key={theme}>
                    <Cell measureId={row.id} title={row.title} theme={theme} marker={markers.find((one) => one.measureId === row.id && one.theme === theme)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Cell({ measureId, title, theme, marker }: { measureId: string | null; title: string; theme: MarkerTheme; marker: Marker | undefined }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: mark } = useMutation(queries.policyChecks.mark.mutationOptions());
  const scale = marker?.scale ?? 'four-levels';
  const level = marker?.level ?? null;
  const save = (patch: Partial<Marker>) => mark({ measureId, theme, ...patch });
  const levels = Array.from({ length: markerScales[scale] + 1 }, (_, value) => value);
  const words = level === null ? t('checks.notMarked') : t(`markerLevel.${scale}.${level}` as TextKey);
  return (
    <Popover trapFocus withArrow position="bottom" shadow="md" width="20rem">
      <Popover.Target>
        <button type="button" className={classes.cell} data-level={level ?? ''} aria-label={`${title}, ${t(`marker.${theme}`)}: ${words}`} title={words}>
          {level ?? '–'}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.fields}>
          <Radio.Group label={t(`marker.${theme}`)} value={level === null ? '' : String(level)} onChange={(value) => save({ level: Number(value) })}>
            <div className={classes.levels}>
              {levels.map((value) => (
                <Radio key={value} size="md" value={String(value)} label={`${value} – ${t(`markerLevel.${scale}.${value}` as TextKey)}`} />
              ))}
            </div>
          </Radio.Group>
          <SavedTextarea label={t('field.reason')} value={marker?.reason ?? ''} onSave={(reason) => save({ reason })} />
          <SavedTextInput label={t('field.checkedBy')} value={marker?.checkedBy ?? ''} onSave={(checkedBy) => save({ checkedBy })} />
          <Select
            label={t('field.markerScale')}
            data={(Object.keys(markerScales) as (keyof typeof markerScales)[]).map((value) => ({ value, label: t(`markerScale.${value}`) }))}
            value={scale}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => value && save({ scale: value, level: level !== null && level > markerScales[value] ? null : level })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
