import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ballotMark, readSheetCode } from '#shared/methods/sheet-code.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { BoardProps } from './board-props.ts';
import classes from './entry.module.css';
import { problemWords } from './field-words.ts';
import { typedOf } from './sheet-fields.ts';
import { SheetForm } from './sheet-form.tsx';
import { TypedSheets } from './typed-sheets.tsx';
import { type TypedSheet, usePapers } from './use-papers.ts';

/** Where the hands are: at the code, before a sheet that is there already, or at its answers. */
type Phase =
  | { readonly is: 'code' }
  | { readonly is: 'known'; readonly sheet: TypedSheet }
  | {
      readonly is: 'answers';
      readonly code: string;
      readonly typed: Readonly<Record<string, string>>;
      readonly groupId: string | null;
      readonly replaces: boolean;
    };
interface Said {
  readonly kind: 'good' | 'caution' | 'danger';
  readonly text: string;
}

/** Code, Enter, answers by digits, Enter: the focus never leaves the way. */
export function SheetEntry({ ballot, ballots, groups, groupId, entry, onBallot }: BoardProps & { entry: 1 | 2; onBallot: (id: string) => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { papers, newestFirst, printed } = usePapers(ballot.id);
  const [phase, setPhase] = useState<Phase>({ is: 'code' });
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const { mutateAsync: enter, isPending } = useMutation(queries.ballots.enterPaper.mutationOptions());
  const mark = ballotMark(ballot.id);
  const typedCount = (papers ?? []).filter((sheet) => sheet.entries.some((one) => one.entry === entry || one.entry === 3)).length;

  const backToCode = (text = '') => {
    setPhase({ is: 'code' });
    setCode(text);
    setProblem('');
    // Mounted while a known sheet is asked about; otherwise it takes the focus as it appears.
    codeField.current?.focus();
  };
  const correct = (sheet: TypedSheet) => {
    const own = sheet.entries.find((one) => one.entry === entry) ?? sheet.entries[0];
    setSaid(null);
    setPhase({ is: 'answers', code: sheet.paperCode, typed: own ? typedOf(ballot, own.answer) : {}, groupId: own?.groupId ?? null, replaces: true });
  };
  const takeCode = () => {
    setSaid(null);
    const read = readSheetCode(code, mark);
    if (!read.ok) return setProblem(t(read.problem === 'check' ? 'entry.code.slip' : 'entry.code.form', { example: `${mark}-0042-K` }));
    if (read.sheet.mark !== mark) {
      const other = ballots.find(({ id }) => ballotMark(id) === read.sheet.mark);
      if (other) onBallot(other.id);
      return setProblem(t(other ? 'entry.code.other' : 'entry.code.unknown', { question: other?.question ?? '' }));
    }
    setProblem('');
    const sheet = papers?.find(({ paperCode }) => paperCode === read.code);
    const isKnown = sheet && (sheet.state === 'settled' || sheet.entries.some((one) => one.entry === entry));
    setPhase(isKnown ? { is: 'known', sheet } : { is: 'answers', code: read.code, typed: {}, groupId, replaces: false });
  };
  const change = (text: string) => {
    setCode(text);
    const read = readSheetCode(text, mark);
    // A whole code is long enough to tell a slip before Enter.
    setProblem(!read.ok && read.problem === 'check' && text.replaceAll(/[\s-]/g, '').length >= 8 ? t('entry.code.slip') : '');
  };

  return (
    <div className={classes.columns}>
      <Panel>
        {phase.is === 'answers' ? (
          <SheetForm
            key={phase.code}
            ballot={ballot}
            groups={groups}
            start={phase}
            isSaving={isPending}
            onPutAside={() => backToCode()}
            onSave={async (answer, ofGroup) => {
              const { outcome, problems } = await enter({
                ballotId: ballot.id,
                paperCode: phase.code,
                groupId: ofGroup,
                answer,
                entry,
                replaces: phase.replaces,
              });
              const broken = problems.map((one) => problemWords(t, ballot, one)).join(' ');
              if (problems.length > 0) setSaid({ kind: 'caution', text: `${t('entry.said.problems', { code: phase.code })} ${broken}` });
              else if (outcome === 'differs') setSaid({ kind: 'caution', text: t('entry.said.differs', { code: phase.code }) });
              else setSaid({ kind: 'good', text: t('entry.said.saved', { code: phase.code }) });
              backToCode();
            }}
          />
        ) : (
          <form
            className={classes.code}
            onSubmit={(event) => {
              event.preventDefault();
              if (phase.is === 'code') takeCode();
            }}
          >
            <TextInput
              ref={codeField}
              autoFocus
              size="lg"
              label={t(entry === 2 ? 'entry.code.second' : 'entry.code.label')}
              description={t('entry.code.hint', { mark, example: '42K' })}
              placeholder={`${mark}-0042-K`}
              dir="ltr"
              classNames={{ input: classes.codeInput ?? '' }}
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
              value={code}
              error={problem || undefined}
              readOnly={phase.is === 'known'}
              onChange={(event) => change(event.currentTarget.value)}
            />
            {phase.is === 'known' ? (
              <Notice
                kind="caution"
                title={t('entry.known.title', { code: phase.sheet.paperCode, time: formats.time(phase.sheet.entries[0]?.at) })}
                action={
                  <div className={classes.buttons}>
                    <Button autoFocus onClick={() => backToCode()}>
                      {t('entry.known.leave')}
                    </Button>
                    <Button variant="default" onClick={() => correct(phase.sheet)}>
                      {t('entry.known.correct')}
                    </Button>
                  </div>
                }
              >
                {t('entry.known.body')}
              </Notice>
            ) : null}
            <div aria-live="polite" className={classes.said}>
              {said && phase.is === 'code' ? <Notice kind={said.kind}>{said.text}</Notice> : null}
            </div>
          </form>
        )}
      </Panel>
      <Panel title={t('entry.typed.title')}>
        <p className={classes.counter}>
          {printed >= typedCount && printed > 0
            ? t('entry.counterOf', { count: typedCount, typed: formats.count(typedCount), printed: formats.count(printed) })
            : t('entry.counter', { count: typedCount, typed: formats.count(typedCount) })}
        </p>
        {printed > 0 ? <Progress aria-hidden value={Math.min(100, (100 * typedCount) / printed)} size="sm" /> : null}
        <TypedSheets ballot={ballot} groups={groups} sheets={newestFirst} onCorrect={correct} onRemoved={() => backToCode()} />
      </Panel>
    </div>
  );
}
