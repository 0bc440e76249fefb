import { FluentProvider } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Announcer } from './components/announce.tsx';
import { Frame } from './frame/frame.tsx';
import { useTheme } from './theme.ts';

/** The window's content in its theme. The provider takes no class: Fluent gives it to every menu and dialog as well. */
export function App() {
  const { theme, scheme } = useTheme();
  useEffect(() => {
    // Scroll bars and native controls are drawn by the browser, which asks for this.
    document.documentElement.style.colorScheme = scheme;
  }, [scheme]);
  return (
    <FluentProvider theme={theme}>
      <Frame />
      <Announcer />
    </FluentProvider>
  );
}
