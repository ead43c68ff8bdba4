import { Radio } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import type { Attention } from './attention.ts';
import { GuessNote } from './guess-note.tsx';
import classes from './import.module.css';
import { KindChoice } from './kind-choice.tsx';
import type { StepProps } from './step-props.ts';
import type { ImportStep } from './steps.ts';

/** What is this: the kind with its reason, a way of reading that fits, and what to look at first. */
export function WhatStep({ work, preview, attention, onStep }: StepProps) {
  return (
    <>
      <AttentionPanel attention={attention} onStep={onStep} />
      <KindChoice work={work} />
      <FittingRecipes work={work} preview={preview} />
    </>
  );
}

/** What to look at, each a way to its screen. */
export function AttentionPanel({ attention, onStep }: { attention: readonly Attention[]; onStep: (step: ImportStep) => void }) {
  const { t } = useTexts();
  if (attention.length === 0) {
    return (
      <p className={classes.allClear}>
        <IconCircleCheck size="1.25rem" stroke={1.6} aria-hidden />
        {t('workbench.look.none')}
      </p>
    );
  }
  return (
    <Panel title={t('workbench.look.title')} note={t('workbench.look.note')} plain>
      <ul className={classes.attention}>
        {attention.map((item) => (
          <li key={item.key}>
            <button type="button" onClick={() => onStep(item.step)} data-blocking={item.isBlocking || undefined}>
              <IconAlertTriangle size="1.05rem" stroke={1.8} aria-hidden className={classes.attentionIcon} />
              <span className={classes.attentionWords}>{item.words}</span>
              <span className={classes.attentionStep}>
                {t(`workbench.step.${item.step}`)}
                <IconArrowRight size="1rem" stroke={1.6} aria-hidden className={classes.mirrored} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Ways of reading that were kept, or that earlier files came in by, and fit this file's columns. */
function FittingRecipes({ work, preview }: Pick<StepProps, 'work' | 'preview'>) {
  const { t, formats } = useTexts();
  if (preview.fittingRecipes.length === 0) return null;
  return (
    <Panel
      title={t('workbench.recipes.title')}
      note={preview.usedRecipeId ? <GuessNote preview={preview} patch={{}} setting="recipeId" /> : t('workbench.recipes.note')}
    >
      <Radio.Group value={preview.usedRecipeId ?? ''} onChange={(id) => work.chooseRecipe(id === '' ? null : id)} aria-label={t('workbench.recipes.title')}>
        <div className={classes.choices}>
          {preview.fittingRecipes.map(({ id, name, share }) => (
            <Radio
              key={id}
              value={id}
              label={<bdi>{name}</bdi>}
              description={share >= 1 ? t('workbench.recipes.whole') : t('workbench.recipes.share', { share: formats.percent(share) })}
            />
          ))}
          <Radio value="" label={t('workbench.recipes.none')} description={t('workbench.recipes.noneNote')} />
        </div>
      </Radio.Group>
    </Panel>
  );
}
