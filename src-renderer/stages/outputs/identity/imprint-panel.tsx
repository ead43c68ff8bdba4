import { useMutation } from '@tanstack/react-query';
import type { IdentityFacts } from '#shared/domain/identity.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './identity.module.css';

/** Whose documents they are, and how that office is reached. */
export function ImprintPanel({ facts, isReadOnly }: { facts: IdentityFacts; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.identity.setFacts.mutationOptions());
  return (
    <Panel title={t('identity.whose')} note={t('identity.whoseNote')}>
      <div className={classes.pair}>
        {(['publisher', 'unit', 'contact', 'website', 'address'] as const).map((name) => (
          <SavedTextInput
            key={name}
            label={t(`identity.${name}`)}
            value={facts[name]}
            maxLength={200}
            readOnly={isReadOnly}
            onSave={(value) => mutate({ [name]: value })}
          />
        ))}
      </div>
      <SavedTextarea
        label={t('identity.imprint')}
        description={t('identity.imprintNote')}
        value={facts.imprint}
        maxLength={1000}
        readOnly={isReadOnly}
        mt="md"
        onSave={(imprint) => mutate({ imprint })}
      />
    </Panel>
  );
}
