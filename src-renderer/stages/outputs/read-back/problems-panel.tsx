import type { ReadBackProblem } from '#shared/domain/read-back.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './read-back.module.css';

/** What cannot be read, and in which cell: it is left as it is in the project. */
export function ProblemsPanel({ problems }: { problems: readonly ReadBackProblem[] }) {
  const { t } = useTexts();
  const place = ({ sheet, row, column }: ReadBackProblem) => [sheet, row === null ? '' : t('readBack.row', { row: String(row) }), column].filter(Boolean);
  return (
    <Panel title={t('readBack.problems.title', { count: problems.length })} note={t('readBack.problems.note')} plain>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.sheet} ${problem.row} ${problem.column} ${problem.value}`}>
            <span className={classes.place}>
              {place(problem).map((part) => (
                <bdi key={part}>{part}</bdi>
              ))}
            </span>
            <span>{t(`readBack.problem.${problem.code}`, { value: problem.value, column: problem.column })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
