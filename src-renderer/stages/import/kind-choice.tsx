import { Radio } from '@mantine/core';
import { IconAffiliate, IconChartHistogram, IconMap2, IconMessageQuestion, IconTable, IconTableColumn, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { type ImportKind, importKinds } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './kind-choice.module.css';
import type { ImportWork } from './use-import.ts';

export const kindIcons = {
  areas: IconMap2,
  population: IconUsersGroup,
  incidents: IconTable,
  figures: IconTableColumn,
  survey: IconMessageQuestion,
  stakeholders: IconUsers,
  ties: IconAffiliate,
  indicators: IconChartHistogram,
} as const satisfies Record<ImportKind, unknown>;

/** How many columns are named as the reason. */
const mostReasons = 4;

/** What the file is: the likeliest suggested, with the columns that say so; any other can be chosen. */
export function KindChoice({ work }: { work: ImportWork }) {
  const { t, formats } = useTexts();
  const best = work.recognised[0];
  const quote = (column: string) => `“\u2068${column}\u2069”`;
  const reasonOf = (kind: ImportKind) => {
    const because = work.recognised.find((candidate) => candidate.kind === kind)?.because ?? [];
    const found = because.length > 0 || kind !== work.kind ? because : mappedColumns();
    return found
      .slice(0, mostReasons)
      .map(({ field, column }) => `${quote(column)} = ${t(`field.${field}` as TextKey)}`)
      .join(', ');
  };
  const mappedColumns = () => Object.entries(work.preview?.recipe.columns ?? {}).flatMap(([field, column]) => (column ? [{ field, column }] : []));
  return (
    <Panel title={t('workbench.kind.title')} note={best ? t('workbench.kind.note') : t('workbench.kind.unknown')}>
      <Radio.Group value={work.kind ?? ''} onChange={(kind) => work.chooseKind(kind as ImportKind)} aria-label={t('workbench.kind.title')}>
        <div className={classes.kinds}>
          {importKinds.map((kind) => {
            const Icon = kindIcons[kind];
            const isBest = best?.kind === kind;
            const reason = isBest || kind === work.kind ? reasonOf(kind) : '';
            return (
              <Radio.Card key={kind} value={kind} className={classes.kind} aria-describedby={isBest ? 'kind-suggested' : undefined}>
                <Icon size="1.5rem" stroke={1.4} aria-hidden className={classes.icon} />
                <span className={classes.words}>
                  <span className={classes.name}>
                    {t(`import.kind.${kind}`)}
                    {isBest ? (
                      <span className={classes.suggested} id="kind-suggested">
                        {t('workbench.kind.suggested', { share: formats.percent(Math.min(1, best.score)) })}
                      </span>
                    ) : null}
                  </span>
                  <span className={classes.purpose}>{t(`import.purpose.${kind}`)}</span>
                  {reason ? <span className={classes.reason}>{t('workbench.kind.because', { columns: reason })}</span> : null}
                </span>
                <Radio.Indicator className={classes.indicator} />
              </Radio.Card>
            );
          })}
        </div>
      </Radio.Group>
    </Panel>
  );
}
