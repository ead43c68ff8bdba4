import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { factInput, figureFacts, isUndefined } from '#shared/domain/figure-facts.ts';
import { sampleSizeFor, sampleSizeVersion } from '#shared/methods/sample-size.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './patterns.module.css';

const fields = ['share', 'margin', 'designEffect', 'population', 'response'] as const;
type Field = (typeof fields)[number];
type Wish = Readonly<Record<Field, number | null>>;

const start: Wish = { share: 50, margin: 5, designEffect: 1.5, population: null, response: 80 };
const limits: Readonly<Record<Field, NumberInputProps>> = {
  share: { min: 0, max: 100, suffix: '\u202f%' },
  margin: { min: 0.5, max: 50, suffix: '\u202f%' },
  designEffect: { min: 1, max: 10, step: 0.1 },
  population: { min: 1, thousandSeparator: '\u202f' },
  response: { min: 1, max: 100, suffix: '\u202f%' },
};

/** How many people a survey must ask, before it is paid for. */
export function SampleSizePanel() {
  const { t, formats } = useTexts();
  const [wish, setWish] = useState(start);
  const asked = {
    ...{ expectedShare: (wish.share ?? Number.NaN) / 100, margin: (wish.margin ?? Number.NaN) / 100, designEffect: wish.designEffect ?? Number.NaN },
    ...{ population: wish.population, response: (wish.response ?? Number.NaN) / 100 },
  };
  const plan = sampleSizeFor(asked);
  const isKnown = !isUndefined(plan);
  const facts = figureFacts({
    ...{ method: 'sampleSize', version: sampleSizeVersion, n: isKnown ? plan.answers : null, missing: 0, undefinedReason: isKnown ? null : plan.undefined },
    inputs: [
      factInput('expectedShare', asked.expectedShare, 'share'),
      factInput('margin', asked.margin, 'share'),
      factInput('designEffect', asked.designEffect),
      factInput('population', asked.population, 'persons'),
      factInput('response', asked.response, 'share'),
    ],
  });
  const title = t('patterns.sample.title');
  return (
    <Panel title={title} note={t('patterns.sample.note')} actions={<FigureFactsButton facts={facts} about={title} />}>
      <div className={classes.form}>
        {fields.map((field) => (
          <NumberInput
            key={field}
            label={t(`patterns.sample.${field}`)}
            description={t(`patterns.sample.${field}.hint`)}
            hideControls
            inputMode="decimal"
            {...limits[field]}
            value={wish[field] ?? ''}
            onChange={(value) => setWish({ ...wish, [field]: typeof value === 'number' ? value : null })}
          />
        ))}
      </div>
      <p className={classes.answer} aria-live="polite">
        {isKnown ? t('patterns.sample.answer', { answers: formats.count(plan.answers), draw: formats.count(plan.draw) }) : t('patterns.sample.missing')}
      </p>
      {isKnown ? (
        <p className={classes.steps}>
          {t('patterns.sample.steps', {
            simple: formats.decimal(plan.simple),
            design: formats.decimal(plan.withDesign),
            corrected: formats.decimal(plan.corrected),
          })}
        </p>
      ) : null}
    </Panel>
  );
}
