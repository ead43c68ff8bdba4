import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Stage } from '#shared/domain/stages.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../app/engine/engine-provider.tsx';
import { useTexts } from '../app/texts/texts-provider.tsx';
import classes from './todo-list.module.css';

/** What a stage still lacks, each a link to where it is done; the first is the next step. */
export function TodoList({ stage }: { stage: Stage }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const status = useQuery(queries.project.stages.queryOptions()).data?.find((candidate) => candidate.stage === stage);
  if (!status) return null;
  return (
    <section className={classes.todos} aria-label={t('todo.title')}>
      <h3>{t('todo.title')}</h3>
      {status.todos.length === 0 ? (
        <p className={classes.done}>
          <IconCircleCheck size="1.1rem" aria-hidden /> {t('todo.none')}
        </p>
      ) : (
        <ul>
          {status.todos.map((todo) => (
            <li key={`${todo.code}${JSON.stringify(todo.params)}`}>
              <Link to={todo.to}>
                <IconArrowRight size="1rem" aria-hidden className={classes.arrow} />
                <span>{t(`todo.${todo.code}` as TextKey, todo.params)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
