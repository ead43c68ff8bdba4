import type { WriteSheet } from 'hucre/xlsx';
import { shownGroups } from '../../small-numbers.ts';
import { columnLetter, firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import { accent, chartColours } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { chartFrame, sheetFrame } from './sheet-frame.ts';

/** Votes by group; totals, shares and ranks are formulas where every group is shown. */
export function prioritySheet(writer: WorkbookWriter): WriteSheet {
  const { t, data, context } = writer;
  const groups = shownGroups(data.vote, data.city.smallNumberThreshold);
  const areAllShown = groups.length === data.vote.groups.length;
  const titles = new Map(data.priorities.map((priority) => [priority.id, priority]));
  const results = data.vote.results.toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const last = firstDataRow + results.length - 1;
  const totalColumn = groups.length + 1;
  const letter = columnLetter(totalColumn);
  const all = results.reduce((sum, result) => sum + result.dots, 0);
  const rows = results.map((result, place): TableCell[] => {
    const row = firstDataRow + place;
    const priority = titles.get(result.priorityId);
    const range = `$${letter}$${firstDataRow}:$${letter}$${last}`;
    return [
      priority?.title ?? '',
      ...groups.map((group) => result.byGroup.find((part) => part.groupId === group.id)?.dots ?? 0),
      areAllShown && groups.length > 0 ? { formula: `SUM(B${row}:${columnLetter(totalColumn - 1)}${row})`, result: result.dots } : result.dots,
      all > 0 ? { formula: `${letter}${row}/SUM(${range})`, result: result.share } : null,
      { formula: `RANK(${letter}${row},${range})+(COUNTIF(${range},${letter}${row})-1)/2`, result: result.rank },
      result.equalGroupPoints,
      result.equalGroupRank,
      priority?.isChosen ? t('workbook.chosen') : '',
      priority?.reason ?? '',
    ];
  });
  const total = (column: number, result: number): TableCell => ({
    formula: `SUM(${columnLetter(column)}${firstDataRow}:${columnLetter(column)}${last})`,
    result,
  });
  return tableSheet({
    ...sheetFrame(writer, 'priorities'),
    note: [
      t(data.vote.decided?.unit === 'points' ? 'workbook.note.ranking' : 'workbook.note.priorities', {
        people: context.formats.count(data.vote.decided?.people ?? data.vote.groups.reduce((sum, group) => sum + group.people, 0)),
        dots: context.formats.count(data.vote.rules.dotsPerPerson),
        cap: context.formats.count(data.vote.rules.capPerOption),
      }),
      areAllShown ? '' : t('report.priorities.hiddenGroups', { threshold: context.formats.count(data.city.smallNumberThreshold) }),
    ]
      .filter(Boolean)
      .join(' '),
    columns: [
      { label: t('output.column.priority'), width: 48, format: 'long-text' },
      ...groups.map((group) => ({
        label: t('workbook.groupWithPeople', { group: group.name, people: context.formats.count(group.people) }),
        width: 16,
        format: 'count' as const,
      })),
      { label: t('output.column.votes'), width: 10, format: 'count' },
      { label: t('output.column.share'), width: 10, format: 'percent' },
      { label: t('output.column.rank'), width: 9, format: 'decimal' },
      { label: t('workbook.column.equalPoints'), width: 16, format: 'decimal' },
      { label: t('output.column.equalRank'), width: 14, format: 'decimal' },
      { label: t('workbook.column.chosen'), width: 11, format: 'text' },
      { label: t('workbook.column.reason'), width: 50, format: 'long-text' },
    ],
    rows,
    ...(results.length > 0
      ? {
          total: [
            t('output.total'),
            ...groups.map((group, index) =>
              total(
                index + 1,
                results.reduce((sum, result) => sum + (result.byGroup.find((part) => part.groupId === group.id)?.dots ?? 0), 0),
              ),
            ),
            total(totalColumn, all),
          ],
        }
      : {}),
    chart: (place) => ({
      ...chartFrame(writer, place, { title: t('workbook.chart.priorities'), rows: 18 }),
      type: 'bar',
      barGrouping: 'stacked',
      overlap: 100,
      gapWidth: 50,
      series: (areAllShown && groups.length > 0
        ? groups.map((group, index) => ({ name: group.name, column: index + 1 }))
        : [{ name: t('output.column.votes'), column: totalColumn }]
      ).map(({ name, column }, index) => ({
        name,
        values: place.range(column),
        categories: place.range(0),
        color: chartColours[index % chartColours.length] ?? accent,
      })),
      // Bars grow upwards from the axis: reversed, the first priority stands on top.
      axes: { x: { reverse: true }, y: { gridlines: { major: true }, reverse: writer.isRightToLeft } },
      legend: 'bottom',
    }),
  });
}
