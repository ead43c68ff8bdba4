import { Button, Group, Modal, Table } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RecoveryReport } from '#shared/domain/copies.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import type { OpeningProblem } from '../../../app/engine/opening-problem.ts';
import { errorText } from '../../../app/engine/refusals.ts';
import { useProjectActions } from '../../../app/engine/use-project-actions.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import classes from './opening-problem.module.css';

/** Saves what can be read of a damaged file into a new one, says table by table what was lost, and then opens the new one. */
export function RecoverButton({ problem, isFirst }: { problem: OpeningProblem; isFirst: boolean }) {
  const { t } = useTexts();
  const { client } = useEngine();
  const actions = useProjectActions();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [report, setReport] = useState<RecoveryReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const recover = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setWorking(true);
    setFailure(null);
    try {
      const input = { damaged: problem.file, ...(problem.passphrase && { passphrase: problem.passphrase }) };
      const stream = await client.copies.recover(input, { signal });
      for (;;) {
        const next = await stream.next();
        if (next.done) {
          setReport(next.value);
          break;
        }
        setProgress(next.value);
      }
    } catch (error) {
      if (!signal.aborted) setFailure(errorText(t, error));
    } finally {
      setWorking(false);
      setProgress(null);
    }
  };

  return (
    <div className={classes.recover}>
      <Button variant={isFirst ? 'filled' : 'default'} loading={isWorking} onClick={() => void recover()}>
        {t('opening.way.recover.do')}
      </Button>
      {isWorking ? <WorkProgress progress={progress} /> : null}
      {failure ? <Notice kind="danger">{failure}</Notice> : null}
      <Modal
        opened={report !== null}
        onClose={() => setReport(null)}
        title={t('opening.recovered.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {report ? (
          <Report report={report} onOpen={() => void actions.openFile({ file: report.file, fileName: report.fileName }, { passphrase: problem.passphrase })} />
        ) : null}
      </Modal>
    </div>
  );
}

function Report({ report, onOpen }: { report: RecoveryReport; onOpen: () => void }) {
  const { t, formats } = useTexts();
  const touched = report.tables.filter((table) => (table.lost ?? 1) > 0 || table.dropped > 0);
  return (
    <div className={classes.report}>
      <p>{t(report.isComplete ? 'opening.recovered.whole' : 'opening.recovered.part', { name: report.fileName })}</p>
      <bdo dir="ltr" className={classes.path}>
        {report.path}
      </bdo>
      {touched.length > 0 ? (
        <Table.ScrollContainer minWidth={360}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('opening.recovered.table')}</Table.Th>
                <Table.Th className={classes.number}>{t('opening.recovered.read')}</Table.Th>
                <Table.Th className={classes.number}>{t('opening.recovered.lost')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {touched.map(({ table, read, lost, dropped }) => (
                <Table.Tr key={table}>
                  <Table.Td>
                    <bdo dir="ltr">{table}</bdo>
                  </Table.Td>
                  <Table.Td className={classes.number}>{formats.count(read)}</Table.Td>
                  <Table.Td className={classes.number}>{lost === null ? t('opening.recovered.unknown') : formats.count(lost + dropped)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button onClick={onOpen} data-autofocus>
          {t('opening.recovered.open')}
        </Button>
      </Group>
    </div>
  );
}
