import { Button, Checkbox, Modal, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import { mostPerPage, sheetsPerPage } from '#shared/domain/paper.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { ownNameOf } from '../../../app/texts/language-menu-items.tsx';
import { languages, useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import classes from './ballots.module.css';
import { PaperPreview } from './paper-preview.tsx';
import { usePaper } from './use-paper.ts';

/** How many sheets, how large, in which language; each with a code of its own. */
export function PrintDialog({ ballot, onClose }: { ballot: Ballot; onClose: () => void }) {
  const { t, formats, language: own } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const sheets = useQuery(queries.paper.sheets.queryOptions({ input: { ballotId: ballot.id } })).data;
  const [language, setLanguage] = useState(() => project?.city.languages.find((one) => languages.includes(one)) ?? own);
  const [copies, setCopies] = useState(() => Math.max(ballot.turnout.present, 40));
  const [isLargePrint, setLargePrint] = useState(ballot.settings.isLargePrint);
  const most = mostPerPage(ballot, isLargePrint);
  const [wished, setWished] = useState<1 | 2 | 4>(most);
  const [isAgain, setAgain] = useState(false);
  const { state, make } = usePaper();
  const perPage = sheetsPerPage.findLast((value) => value <= Math.min(wished, most)) ?? 1;
  const first = isAgain ? 1 : (sheets?.nextNumber ?? 1);
  const count = isAgain ? (sheets?.lastPrinted ?? copies) : copies;
  const isWorking = state.is === 'working';
  return (
    <Modal opened onClose={onClose} size="min(60rem, 94vw)" title={t('ballots.print.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={classes.print}>
        <div className={classes.step}>
          <NumberInput
            label={t('ballots.print.copies')}
            min={1}
            max={1_000}
            allowDecimal={false}
            disabled={isAgain}
            value={count}
            onChange={(value) => setCopies(Math.min(1_000, Math.max(1, Number(value) || 1)))}
          />
          <div>
            <span className={classes.label}>{t('ballots.print.perPage')}</span>
            <SegmentedControl
              fullWidth
              aria-label={t('ballots.print.perPage')}
              value={String(perPage)}
              onChange={(value) => setWished(Number(value) as 1 | 2 | 4)}
              data={sheetsPerPage.map((value) => ({ value: String(value), label: formats.count(value), disabled: value > most }))}
            />
          </div>
          <Select
            label={t('ballots.print.language')}
            data={languages.map((value) => ({ value, label: ownNameOf(value) }))}
            value={language}
            onChange={(value) => value && setLanguage(value)}
          />
          <Checkbox label={t('ballots.rule.large')} checked={isLargePrint} onChange={(event) => setLargePrint(event.currentTarget.checked)} />
          {sheets && sheets.printed > 0 ? (
            <Checkbox
              label={t('ballots.print.again', { last: formats.count(sheets.lastPrinted) })}
              checked={isAgain}
              onChange={(event) => setAgain(event.currentTarget.checked)}
            />
          ) : null}
          <p className={classes.none}>{t('ballots.print.numbers', { from: formats.count(first), to: formats.count(first + count - 1) })}</p>
          <div className={classes.viewButtons}>
            <Button
              loading={isWorking}
              onClick={() =>
                void make({ kind: 'ballots', ballotId: ballot.id, copies: count, perPage, firstNumber: isAgain ? 1 : null, isLargePrint, language })
              }
            >
              {t('ballots.print.make')}
            </Button>
            <Button variant="default" disabled={isWorking} onClick={() => void make({ kind: 'tally', ballotId: ballot.id, language })}>
              {t('ballots.print.tally')}
            </Button>
          </div>
          <PaperOutcome state={state} />
        </div>
        <PaperPreview ballot={ballot} perPage={perPage} language={language} isLargePrint={isLargePrint} />
      </div>
    </Modal>
  );
}

/** How far it is, and the file when it is there. */
export function PaperOutcome({ state }: { state: ReturnType<typeof usePaper>['state'] }) {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  if (state.is === 'working') return <WorkProgress progress={state.progress} />;
  if (state.is === 'failed') return <Notice kind="danger">{errorText(t, state.error)}</Notice>;
  if (state.is === 'idle') return null;
  const { result } = state;
  return (
    <Notice
      kind="good"
      title={t('ballots.print.ready', { count: result.pageCount, pages: formats.count(result.pageCount) })}
      action={
        <Button
          size="compact-md"
          leftSection={files.presentsInFolder ? <IconFolder size="1rem" aria-hidden /> : <IconDownload size="1rem" aria-hidden />}
          onClick={() => void files.present(result)}
        >
          {t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download')}
        </Button>
      }
    >
      <bdi>{result.fileName}</bdi>
    </Notice>
  );
}
