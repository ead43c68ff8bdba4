import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronRight, IconExclamationCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PolicyCheck } from '#shared/domain/policy-checks.ts';
import { checkTitle, isOpenPoint } from '#shared/i18n/check-words.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './plan-page.module.css';

/** The width from which the checks stand beside the plan; the same as in plan-page.module.css. */
const roomForChecks = '(min-width: 1500px)';

/** What in the policy is missing or rests on nothing, each with the way to it. */
export function ChecksPanel({ onOpenMeasure }: { onOpenMeasure: (id: string) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const checks = useQuery(queries.policy.checks.queryOptions()).data;
  const sorted = checks?.filter(isOpenPoint).toSorted((a, b) => (a.level === b.level ? 0 : a.level === 'must' ? -1 : 1));
  // Beside the plan where there is room; above it otherwise, folded to one line that says how much there is.
  const hasRoom = useMediaQuery(roomForChecks);
  return (
    <aside className={classes.checksPlace} aria-label={t('policy.checks')}>
      <details className={classes.checksPanel} open={hasRoom}>
        <summary>
          <IconChevronRight size="1.05rem" stroke={1.8} aria-hidden />
          <h2>{t('policy.checks')}</h2>
          {sorted && sorted.length > 0 ? <span className={classes.checksCount}>{t('policy.checksNote', { count: sorted.length })}</span> : null}
        </summary>
        {sorted?.length === 0 ? (
          <Notice kind="good">{t('policy.checksNone')}</Notice>
        ) : (
          <ul className={classes.checks}>
            {sorted?.map((check) => (
              <li key={`${check.code}${check.objectId}${check.title}`} data-level={check.level}>
                {check.level === 'must' ? <IconExclamationCircle size="1.1rem" aria-hidden /> : <IconAlertTriangle size="1.1rem" aria-hidden />}
                <span>
                  <span className="visually-hidden">{t(check.level === 'must' ? 'policy.must' : 'policy.should')}</span> {t(`check.${check.code}` as TextKey)}
                  <CheckSubject check={check} onOpenMeasure={onOpenMeasure} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to="/policy/checks">{t('checks.all')}</Link>
        </p>
      </details>
    </aside>
  );
}

function CheckSubject({ check, onOpenMeasure }: { check: PolicyCheck; onOpenMeasure: (id: string) => void }) {
  const { t } = useTexts();
  const { objectId } = check;
  if (check.objectKind === 'measure' && objectId) {
    return (
      <span className={classes.subject}>
        <button type="button" className={classes.link} onClick={() => onOpenMeasure(objectId)}>
          <bdi>{check.title || t('policy.untitledMeasure')}</bdi>
        </button>
      </span>
    );
  }
  if (check.objectKind === 'finding') return <CheckLink to="/profile/findings" title={check.title} />;
  if (check.objectKind === 'priority') return <CheckLink to="/priorities" title={check.title} />;
  const title = checkTitle(t, check);
  return title ? (
    <span className={classes.subject}>
      <bdi>{title}</bdi>
    </span>
  ) : null;
}

function CheckLink({ to, title }: { to: '/profile/findings' | '/priorities'; title: string }) {
  return (
    <Link to={to} className={classes.subject}>
      <bdi>{title}</bdi>
    </Link>
  );
}
