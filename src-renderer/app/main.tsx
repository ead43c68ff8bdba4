import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/vazirmatn/wght.css';
import './theme/tokens.css';
import './theme/global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EngineProvider } from './engine/engine-provider.tsx';
import { connectEngine } from './engine-client/connect-engine.ts';
import { styleNonce } from './engine-client/style-nonce.ts';
import { PreferencesProvider } from './preferences.tsx';
import { router } from './router.tsx';
import { StartProblem } from './shell/start-problem.tsx';
import { TextsProvider } from './texts/texts-provider.tsx';
import { cssVariables, theme } from './theme/theme.ts';

const nonce = styleNonce();
const root = createRoot(document.getElementById('root') ?? document.body);

function draw(content: React.ReactNode) {
  root.render(
    <StrictMode>
      <PreferencesProvider>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
          <TextsProvider>
            <Notifications position="bottom-center" />
            {content}
          </TextsProvider>
        </MantineProvider>
      </PreferencesProvider>
    </StrictMode>,
  );
}

connectEngine().then(
  (connection) =>
    draw(
      <EngineProvider connection={connection}>
        <RouterProvider router={router} />
      </EngineProvider>,
    ),
  (error: unknown) => draw(<StartProblem error={error} />),
);
