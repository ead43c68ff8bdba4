import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { type OpeningProblem, openingProblemCode, setOpeningProblem } from '../../../app/engine/opening-problem.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Intact } from './intact.tsx';
import classes from './opening-problem.module.css';
import { PassphraseForm } from './passphrase-form.tsx';
import { problemScreens } from './problem-screens.ts';
import { WaysOut } from './ways-out.tsx';

/** Why a project did not open, what of it is intact, and the safe ways on. Going back, and Esc, change nothing. */
export function OpeningProblemPage({ problem }: { problem: OpeningProblem }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const code = openingProblemCode(problem.refusal) ?? 'project/damaged';
  const screen = problemScreens[code];
  const inspection = useQuery({
    ...queries.project.inspect.queryOptions({ input: { file: problem.file, ...(problem.passphrase && { passphrase: problem.passphrase }) } }),
    enabled: screen.looksInside,
    staleTime: 0,
    gcTime: 0,
  });

  const back = () => {
    setOpeningProblem(null);
    if (project) void navigate({ to: '/city' });
  };

  // A screen reader hears what happened; the keyboard starts at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file's problem, or another kind, is another screen.
  useEffect(() => heading.current?.focus(), [problem.file, code]);

  const { params } = problem.refusal;
  const path = String(params.path ?? problem.fileName);
  const since = typeof params.since === 'string' ? formats.instant(params.since) : '';
  const who = {
    person: params.person || t('opening.somebody'),
    machine: params.isThisMachine ? t('opening.thisComputer') : params.machine || t('opening.unknownComputer'),
  };
  const words = { ...params, ...who, since, path: problem.fileName };
  const asksPassphrase = code === 'project/passphrase-needed' || code === 'project/passphrase-wrong';

  return (
    <section className={classes.problem} aria-labelledby="opening-title">
      <button type="button" className={classes.back} onClick={back}>
        <IconArrowLeft size="1.1rem" stroke={1.6} aria-hidden className={classes.mirrored} />
        {project ? t('welcome.goOn', { city: project.city.name || t('shell.unnamedCity') }) : t('opening.back')}
      </button>
      <header className={classes.head}>
        <span className={classes.icon} data-calm={asksPassphrase || code === 'project/open-elsewhere' || undefined}>
          <screen.icon size="1.75rem" stroke={1.5} aria-hidden />
        </span>
        <div>
          <h2 id="opening-title" ref={heading} tabIndex={-1}>
            {t(`opening.${code}.title` as TextKey, words)}
          </h2>
          <bdo dir="ltr" className={classes.path}>
            {path}
          </bdo>
        </div>
      </header>
      <p className={classes.body}>{t(`opening.${code}.body` as TextKey, words)}</p>
      {asksPassphrase ? <PassphraseForm problem={problem} isWrong={code === 'project/passphrase-wrong'} /> : null}
      {screen.looksInside ? <Intact inspection={inspection.data} isLooking={inspection.isPending} /> : null}
      <WaysOut problem={problem} ways={screen.ways} isQuiet={asksPassphrase} />
      <p className={classes.promise}>{t('opening.nothingChanged')}</p>
    </section>
  );
}
