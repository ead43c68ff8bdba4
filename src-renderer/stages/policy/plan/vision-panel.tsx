import { useMutation, useQuery } from '@tanstack/react-query';
import { noPolicyFacts, type PolicyFacts } from '#shared/domain/policy-frame.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Fold } from '../fold.tsx';
import pageClasses from '../plan-page.module.css';
import { PolicyFactsForm } from './policy-facts-form.tsx';
import { PrinciplesList } from './principles-list.tsx';

/** Title, period and vision of the policy; its principles and the facts about it folded below. */
export function VisionPanel() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const policy = useQuery(queries.policy.get.queryOptions()).data;
  const principles = useQuery(queries.policy.principles.queryOptions()).data;
  const facts = useQuery(queries.policy.facts.queryOptions()).data;
  const update = useMutation(queries.policy.update.mutationOptions());
  const year = { min: 1900, max: 2200, allowDecimal: false, thousandSeparator: '', w: '6.5rem', dir: 'ltr' } as const;
  const names = Object.keys(noPolicyFacts) as (keyof PolicyFacts)[];
  const filled = facts ? names.filter((name) => facts[name] !== null && facts[name] !== '').length : 0;
  return (
    <Panel title={t('policy.vision')}>
      {policy ? (
        <div className={pageClasses.vision}>
          <SavedTextInput label={t('policy.name')} value={policy.title} onSave={(title) => update.mutate({ title })} className={pageClasses.name} />
          <SavedNumberInput label={t('policy.from')} value={policy.startYear} onSave={(startYear) => update.mutate({ startYear })} {...year} />
          <SavedNumberInput label={t('policy.to')} value={policy.endYear} onSave={(endYear) => update.mutate({ endYear })} {...year} />
          <SavedTextarea
            label={t('policy.visionLabel')}
            description={t('policy.visionNote')}
            value={policy.vision}
            onSave={(vision) => update.mutate({ vision })}
            className={pageClasses.whole}
          />
        </div>
      ) : null}
      <div className={pageClasses.folds}>
        <Fold
          title={t('policy.principles')}
          note={principles && principles.length > 0 ? principles.map(({ title }) => title).join(' · ') : t('policy.principlesNote')}
        >
          <PrinciplesList />
        </Fold>
        <Fold title={t('policy.facts')} note={t('policy.factsNote', { done: filled, total: names.length })}>
          {facts ? <PolicyFactsForm facts={facts} /> : null}
        </Fold>
      </div>
    </Panel>
  );
}
