import { levelOf } from '#shared/methods/risk-matrix.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { LevelTag } from './level-tag.tsx';
import classes from './risk-matrix.module.css';

const marks = [1, 2, 3, 4, 5];

/** The table by which a level is read: the app's own, shown beside what it says. */
export function MatrixRule() {
  const { t, formats } = useTexts();
  return (
    <Panel title={t('risks.matrix.rule')}>
      <div className={classes.rule}>
        <p>{t('risks.matrix.ruleText')}</p>
        <div className={classes.ruleScroll}>
          <table className={classes.ruleTable}>
            <caption className="visually-hidden">{t('risks.matrix.rule')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('risks.matrix.ruleCorner')}</th>
                {marks.map((mark) => (
                  <th key={mark} scope="col">
                    {formats.count(mark)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {marks.toReversed().map((exposure) => (
                <tr key={exposure}>
                  <th scope="row">{formats.count(exposure)}</th>
                  {marks.map((resilience) => (
                    <td key={resilience}>
                      <LevelTag level={levelOf(exposure, resilience)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  );
}
