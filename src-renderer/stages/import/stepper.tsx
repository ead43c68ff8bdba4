import { IconCheck } from '@tabler/icons-react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import type { Attention } from './attention.ts';
import classes from './stepper.module.css';
import { type ImportStep, importSteps } from './steps.ts';

/** Where one is on the way; every screen can be jumped to. A dot with a number says how much there is to look at. */
export function Stepper({ step, onStep, attention }: { step: ImportStep; onStep: (step: ImportStep) => void; attention: readonly Attention[] }) {
  const { t, formats } = useTexts();
  const present = importSteps.indexOf(step);
  return (
    <nav aria-label={t('workbench.steps')}>
      <ol className={classes.steps}>
        {importSteps.map((name, place) => {
          const here = attention.filter((item) => item.step === name);
          return (
            <li key={name} className={classes.item}>
              <button
                type="button"
                className={classes.step}
                aria-current={name === step ? 'step' : undefined}
                data-before={place < present || undefined}
                onClick={() => onStep(name)}
              >
                <span className={classes.number} aria-hidden>
                  {place < present && here.length === 0 ? <IconCheck size="0.9rem" stroke={2.4} /> : formats.count(place + 1)}
                </span>
                <span className={classes.name}>{t(`workbench.step.${name}`)}</span>
                {here.length > 0 ? (
                  <span className={classes.mark} data-blocking={here.some(({ isBlocking }) => isBlocking) || undefined}>
                    <span aria-hidden>{formats.count(here.length)}</span>
                    <span className="visually-hidden">{t('workbench.toLook', { number: formats.count(here.length) })}</span>
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
