import { Button, Progress } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { type Attention, attentionOf } from './attention.ts';
import { ColumnsStep } from './columns/columns-step.tsx';
import classes from './import.module.css';
import { ProblemsStep } from './problems-step.tsx';
import { useProgressWords } from './reading-panel.tsx';
import type { StepProps } from './step-props.ts';
import { Stepper } from './stepper.tsx';
import { type ImportStep, importSteps } from './steps.ts';
import { ImportButton } from './summary/import-button.tsx';
import { SummaryStep } from './summary/summary-step.tsx';
import { useSummary } from './summary/use-summary.ts';
import { TableStep } from './table/table-step.tsx';
import type { ImportWork } from './use-import.ts';
import { ValuesStep } from './values/values-step.tsx';
import { WhatStep } from './what-step.tsx';
import { withAnswers } from './with-answers.ts';

/** A file that has been read: six screens from what it is to what will be written; all of them can be jumped to. */
export function Workbench({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const attention = useMemo(() => attentionOf({ t, formats }, preview, work.patch), [t, formats, preview, work.patch]);
  const [step, setStep] = useState<ImportStep>(() => firstStep(preview, attention));
  const summary = useSummary(work, preview);
  const screen = useRef<HTMLElement>(null);
  const answered = useMemo(() => withAnswers(preview, work.patch), [preview, work.patch]);
  const place = importSteps.indexOf(step);
  const [before, after] = [importSteps[place - 1], importSteps[place + 1]];
  const hasMoved = useRef(false);
  const { settle } = work;

  const go = (next: ImportStep) => {
    hasMoved.current = true;
    startTransition(() => setStep(next));
    if (next === 'problems' || next === 'summary') settle();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new screen is read from its beginning
  useEffect(() => {
    if (!hasMoved.current) return;
    screen.current?.focus({ preventScroll: true });
    document.getElementById('content')?.scrollTo({ top: 0 });
  }, [step]);

  const props: StepProps = { work, preview: answered, attention, onStep: go };
  return (
    <>
      <Stepper step={step} onStep={go} attention={attention} />
      <section ref={screen} tabIndex={-1} className={classes.screen} aria-label={t(`workbench.step.${step}`)}>
        {step === 'what' ? <WhatStep {...props} /> : null}
        {step === 'table' ? <TableStep {...props} /> : null}
        {step === 'columns' ? <ColumnsStep {...props} /> : null}
        {step === 'values' ? <ValuesStep {...props} /> : null}
        {step === 'problems' ? <ProblemsStep {...props} /> : null}
        {step === 'summary' ? <SummaryStep {...props} summary={summary} /> : null}
      </section>
      <div className={classes.bar}>
        {before ? (
          <Button
            variant="default"
            leftSection={<IconArrowLeft size="1.1rem" stroke={1.6} aria-hidden className={classes.mirrored} />}
            onClick={() => go(before)}
          >
            {t(`workbench.step.${before}`)}
          </Button>
        ) : (
          <span />
        )}
        <ReadAgain work={work} />
        <span className={classes.barEnd}>
          {place < importSteps.length - 2 ? (
            <Button variant="default" onClick={() => go('summary')}>
              {t('workbench.toSummary')}
            </Button>
          ) : null}
          {after ? (
            <Button rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.mirrored} />} onClick={() => go(after)}>
              {t(`workbench.step.${after}`)}
            </Button>
          ) : (
            <ImportButton work={work} preview={preview} summary={summary} />
          )}
        </span>
      </div>
    </>
  );
}

/** A file read in a way that is known to fit needs no walk through the screens. */
function firstStep(preview: ImportPreview, attention: readonly Attention[]): ImportStep {
  return preview.usedRecipeId !== null && attention.every(({ key }) => key === 'edition') ? 'summary' : 'what';
}

/** While a changed setting is being read: how far, and a way to stop. It stands in the bar, whose room is always kept. */
function ReadAgain({ work }: { work: ImportWork }) {
  const { t } = useTexts();
  const { words, percent } = useProgressWords(work);
  const isReading = work.phase === 'reading';
  return (
    <span className={classes.again} data-on={isReading || undefined}>
      <span role="status" className={classes.againWords}>
        {isReading ? `${t('import.readingAgain')} ${words}` : ''}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={work.cancel} disabled={!isReading}>
        {t('action.cancel')}
      </Button>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={t('import.readingAgain')} size="xs" className={classes.againBar} />
    </span>
  );
}
