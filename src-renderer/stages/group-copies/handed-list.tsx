import { Table } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './group-copies.module.css';

/** Which copies are out, and which came back when. */
export function HandedList() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const copies = useQuery(queries.merging.handedOut.queryOptions()).data;
  if (!copies) return null;
  const missing = copies.filter(({ broughtBackAt }) => broughtBackAt === null).length;
  return (
    <Panel title={t('groupCopies.list.title')} note={missing > 0 ? t('groupCopies.list.missing', { count: missing }) : null} plain>
      {copies.length === 0 ? (
        <p className={classes.none}>{t('groupCopies.list.none')}</p>
      ) : (
        <Table className={classes.handed}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('groupCopies.list.name')}</Table.Th>
              <Table.Th scope="col">{t('groupCopies.list.out')}</Table.Th>
              <Table.Th scope="col">{t('groupCopies.list.back')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {copies.map((copy) => (
              <Table.Tr key={copy.id}>
                <Table.Th scope="row">
                  <bdi>{copy.name}</bdi>
                </Table.Th>
                <Table.Td>{formats.instant(copy.handedOutAt)}</Table.Td>
                <Table.Td>
                  {copy.broughtBackAt ? (
                    <span className={classes.back}>
                      <IconCircleCheck size="1rem" stroke={1.8} aria-hidden /> {formats.instant(copy.broughtBackAt)}
                    </span>
                  ) : (
                    <span className={classes.notBack}>
                      <IconClock size="1rem" stroke={1.6} aria-hidden /> {t('groupCopies.list.notBack')}
                    </span>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
