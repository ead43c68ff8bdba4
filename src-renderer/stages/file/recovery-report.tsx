import { Button, Group, Table } from '@mantine/core';
import type { RecoveryReport } from '#shared/domain/copies.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './file-page.module.css';
import { recoveredThings } from './table-words.ts';

/** What was saved of a damaged file and what was lost, thing by thing; then the way into the new file. */
export function RecoveryReportView({ report, onOpen }: { report: RecoveryReport; onOpen: () => void }) {
  const { t, formats } = useTexts();
  const things = recoveredThings(t, report.tables);
  const standIns = things.reduce((sum, thing) => sum + thing.standIns, 0);
  const unlinked = things.reduce((sum, thing) => sum + thing.unlinked, 0);
  const mended = things.reduce((sum, thing) => sum + thing.mended, 0);
  return (
    <div className={classes.restore}>
      <Notice kind={report.isComplete ? 'good' : 'caution'} title={t(report.isComplete ? 'recovered.whole' : 'recovered.part', { name: report.fileName })}>
        <bdo dir="ltr" className={classes.path}>
          {report.path}
        </bdo>
        <p>{t('recovered.untouched', { path: report.damagedPath })}</p>
      </Notice>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus */}
      <section className={classes.report} tabIndex={0} aria-label={t('recovered.table')}>
        <Table className={classes.comparison} stickyHeader>
          <Table.Caption className="visually-hidden">{t('recovered.table')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('recovered.what')}</Table.Th>
              <Table.Th scope="col" data-number>
                {t('recovered.read')}
              </Table.Th>
              <Table.Th scope="col" data-number>
                {t('recovered.rebuilt')}
              </Table.Th>
              <Table.Th scope="col" data-number>
                {t('recovered.lost')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {things.map((thing) => (
              <Table.Tr key={thing.key} data-differs={thing.lost !== 0 || undefined}>
                <Table.Th scope="row">{thing.words}</Table.Th>
                <Table.Td data-number>{formats.count(thing.read)}</Table.Td>
                <Table.Td data-number>{formats.count(thing.rebuilt)}</Table.Td>
                <Table.Td data-number>{thing.lost === null ? t('recovered.unknown') : formats.count(thing.lost)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {standIns > 0 ? <p className={classes.last}>{t('recovered.standIns', { count: standIns })}</p> : null}
      {unlinked > 0 ? <p className={classes.last}>{t('recovered.unlinked', { count: unlinked })}</p> : null}
      {mended > 0 ? <p className={classes.last}>{t('recovered.mended', { count: mended })}</p> : null}
      <Group justify="flex-end">
        <Button onClick={onOpen} data-autofocus>
          {t('recovered.open')}
        </Button>
      </Group>
    </div>
  );
}
