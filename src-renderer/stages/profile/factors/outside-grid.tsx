import { bandOf } from '#shared/methods/outside-factors.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { Numbered } from './numbered.ts';
import classes from './outside.module.css';

const steps = [1, 2, 3, 4];

/** Impact upwards, likelihood outwards; each factor stands in its field with its number. */
export function OutsideGrid({ factors, onOpen }: { factors: readonly Numbered[]; onOpen: (id: string) => void }) {
  const { t, formats, direction } = useTexts();
  return (
    <div className={classes.gridScroll}>
      <table className={classes.grid}>
        <caption className="visually-hidden">{t('outside.grid')}</caption>
        <thead>
          <tr>
            <td className={classes.axis}>{t('outside.impact')} ↑</td>
            {steps.map((likelihood) => (
              <th key={likelihood} scope="col">
                {formats.count(likelihood)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.toReversed().map((impact) => (
            <tr key={impact}>
              <th scope="row">{formats.count(impact)}</th>
              {steps.map((likelihood) => (
                <td key={likelihood} data-band={bandOf(impact * likelihood)}>
                  <small>{formats.count(impact * likelihood)}</small>
                  {factors
                    .filter(({ factor }) => factor.impact === impact && factor.likelihood === likelihood)
                    .map(({ factor, number }) => (
                      <button
                        key={factor.id}
                        type="button"
                        onClick={() => onOpen(factor.id)}
                        aria-label={`${formats.count(number)}: ${factor.text}`}
                        title={factor.text}
                      >
                        {formats.count(number)}
                      </button>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.axis}>
        {t('outside.likelihood')} {direction === 'rtl' ? '←' : '→'}
      </p>
      <p className={classes.bands}>{t('outside.bands')}</p>
    </div>
  );
}
