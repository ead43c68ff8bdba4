import type { DataQuality } from '#shared/domain/datasets.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../../ui/stage-page.tsx';
import classes from './quality.module.css';

/** How full each field is, and how many of its values cannot be: a row for each, with its share drawn beside its number. */
export function FieldsPanel({ fields }: { fields: DataQuality['fields'] }) {
  const { t, formats } = useTexts();
  if (fields.length === 0) return null;
  const nameOf = (field: string) => (field === 'longitude' ? t('quality.fields.point') : t(`field.${field}` as TextKey));
  return (
    <Panel title={t('quality.fields.title')} note={t('quality.fields.note')} plain>
      <div className={classes.scroller}>
        <table className={classes.fields}>
          <thead>
            <tr>
              <th scope="col">{t('quality.fields.field')}</th>
              <th scope="col">{t('quality.fields.filled')}</th>
              <th scope="col" data-number>
                {t('quality.fields.missing')}
              </th>
              <th scope="col" data-number>
                {t('quality.fields.impossible')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, filled, missing, impossible }) => {
              const total = filled + missing;
              const share = total > 0 ? filled / total : null;
              return (
                <tr key={field}>
                  <th scope="row">{nameOf(field)}</th>
                  <td>
                    <span className={classes.meter}>
                      <span className={classes.track} aria-hidden>
                        <span className={classes.fill} style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
                      </span>
                      <span className={classes.share}>{formats.percent(share, share !== null && share > 0.99 && share < 1 ? 2 : 0)}</span>
                    </span>
                  </td>
                  <td data-number>{formats.count(missing)}</td>
                  <td data-number data-caution={impossible > 0 || undefined}>
                    {formats.count(impossible)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
