import { useQuery } from '@tanstack/react-query';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { AnnexPanel } from './identity/annex-panel.tsx';
import { ColourPanel } from './identity/colour-panel.tsx';
import { ImprintPanel } from './identity/imprint-panel.tsx';
import { LogoPanel } from './identity/logo-panel.tsx';
import { SignatoryPanel } from './identity/signatory-panel.tsx';

/** How the city shows itself in its documents: logos, colours, who signs, what is annexed. */
export function IdentityPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const identity = useQuery(queries.identity.read.queryOptions()).data;
  return (
    <StagePage title={t('section.identity')} purpose={t('identity.purpose')}>
      {identity ? (
        <>
          <LogoPanel logos={identity.logos} isReadOnly={isReadOnly} />
          <ColourPanel facts={identity.facts} isReadOnly={isReadOnly} />
          <ImprintPanel facts={identity.facts} isReadOnly={isReadOnly} />
          <SignatoryPanel signatories={identity.signatories} isReadOnly={isReadOnly} />
          <AnnexPanel annexes={identity.annexes} isReadOnly={isReadOnly} />
        </>
      ) : null}
    </StagePage>
  );
}
