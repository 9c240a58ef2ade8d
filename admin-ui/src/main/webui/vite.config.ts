import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { firstPage } from "./scripts/first-page.ts";
import { precompress } from "./scripts/precompress.ts";

const backend = "http://localhost:8000";

export default defineConfig(async ({ mode }) => ({
  plugins: [
    react(),
    firstPage(),
    precompress(),
    mode === "mock" && (await import("./dev/mock-api.ts")).mockApi(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // The backend puts a fresh nonce in its place with every page; see IndexPage.java.
  html: { cspNonce: "__CSP_NONCE__" },
  server: { port: 5173, proxy: { "/api": backend, "/login": backend, "/logout": backend } },
  build: {
    outDir: "../../../target/classes/META-INF/resources",
    emptyOutDir: true,
    target: "es2023",
    // The one chunk above the default limit is ECharts, which is loaded with the first chart.
    chunkSizeWarningLimit: 600,
  },
  test: {
    // A process and a world for each costs ten times what most tests do. Those that render, or put something in a module's
    // place, have a world of their own.
    projects: [
      {
        extends: true as const,
        test: { name: "together", include: ["src/**/*.test.ts"], isolate: false },
      },
      { extends: true as const, test: { name: "alone", include: ["src/**/*.test.tsx"] } },
    ],
  },
}));
