import { useMemo } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './sheet-picture.module.css';
import { type SheetRow, sheetRows } from './sheet-rows.ts';

/** Columns drawn at most; the rest is said in a number. */
const mostColumns = 40;

/** The first rows as they stand in the file: titles and notes pale, the header marked. A row's number makes it the header. */
export function SheetPicture({ preview, onHeaderRow }: { preview: ImportPreview; onHeaderRow: ((row: number) => void) | null }) {
  const { t, formats } = useTexts();
  const rows = useMemo(() => sheetRows(preview), [preview]);
  const width = Math.min(mostColumns, Math.max(1, ...rows.map(({ cells }) => cells.length)));
  const hidden = Math.max(0, preview.columns.length - mostColumns);
  return (
    <Panel
      title={t('workbench.picture.title')}
      note={[
        t(onHeaderRow ? 'workbench.picture.note' : 'workbench.picture.plainNote'),
        hidden > 0 ? t('workbench.picture.more', { number: formats.count(hidden) }) : '',
      ]
        .filter(Boolean)
        .join(' ')}
      plain
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.scroller} tabIndex={0} aria-label={t('workbench.picture.title')}>
        <table className={classes.sheet}>
          <caption className="visually-hidden">{t('workbench.picture.title')}</caption>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file stand where they stand
              <tr key={place} data-role={row.role}>
                <th scope="row" className={classes.number}>
                  {row.row !== null && onHeaderRow && row.role !== 'note' ? (
                    <button
                      type="button"
                      aria-label={t('workbench.picture.makeHeader', { row: formats.count(row.row) })}
                      aria-pressed={row.role === 'header'}
                      onClick={() => row.row !== null && onHeaderRow(row.row)}
                    >
                      {formats.count(row.row)}
                    </button>
                  ) : (
                    formats.count(row.row)
                  )}
                </th>
                {row.role === 'note' ? (
                  <td colSpan={width + 1} className={classes.note}>
                    <bdi>{row.cells[0]}</bdi>
                  </td>
                ) : (
                  <Cells row={row} width={width} label={row.role === 'data' ? '' : t(`workbench.picture.role.${row.role}`)} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Cells({ row, width, label }: { row: SheetRow; width: number; label: string }) {
  return (
    <>
      <td className={classes.role}>{label}</td>
      {Array.from({ length: width }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand where they stand
        <td key={place} title={row.cells[place]}>
          <bdi>{row.cells[place] ?? ''}</bdi>
        </td>
      ))}
    </>
  );
}
