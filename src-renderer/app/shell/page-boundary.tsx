import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../engine/refusals.ts';
import { useTexts } from '../texts/texts-provider.tsx';

/** A screen that fails says so in its own place; the rest of the application goes on. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <PageProblem error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

function PageProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <div style={{ padding: '2rem' }}>
      <Notice kind="danger" title={t('shell.pageProblem.title')} action={<Button onClick={onRetry}>{t('shell.pageProblem.retry')}</Button>}>
        {errorText(t, error)}
      </Notice>
    </div>
  );
}
