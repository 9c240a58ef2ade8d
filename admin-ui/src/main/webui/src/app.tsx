import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { lazy, Suspense } from "react";
import { isPassing } from "./lib/api/problem";
import { LanguageProvider } from "./lib/i18n";
import { PrivacyProvider } from "./lib/privacy";
import { cssVariables, theme } from "./lib/theme";
import { router } from "./routes/router";

/** Nothing is announced, and nobody asks for more, before the first page stands. */
const Notifications = lazy(() => import("./components/ui/notifications"));
const Tips = lazy(() => import("./components/ui/tip"));

/** The page's policy lets only styles through that carry the nonce it was sent with. */
const nonce = document.querySelector<HTMLElement>("meta[property=csp-nonce]")?.nonce ?? "";
setNonce(nonce);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
  },
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <PrivacyProvider>
            <RouterProvider router={router} />
            <Suspense>
              <Notifications />
              <Tips />
            </Suspense>
          </PrivacyProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
