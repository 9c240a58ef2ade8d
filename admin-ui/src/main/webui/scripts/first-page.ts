import { gzipSync } from "node:zlib";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

const FIRST_PAGE = "overview";
const BUDGET = 200_000;
/** Asked for by the app before anything else; without headers of its own, or the browser would ask again. */
const FIRST_CALL = "/api/v1/me";

/**
 * Has the browser fetch at once what the first page needs, and fails the build when its script, without its charts,
 * grows beyond its budget.
 */
export function firstPage(): Plugin {
  return {
    name: "first-page",
    apply: "build",
    generateBundle(_, bundle) {
      const needed = neededBy(bundle, (chunk) => chunk.isEntry || chunk.name === FIRST_PAGE);
      const size = needed.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      if (size > BUDGET) {
        this.error(`The first page needs ${size} bytes of gzipped script; ${BUDGET} are allowed.`);
      }
      this.info(`First page: ${size} bytes of gzipped script in ${needed.length} files.`);
    },
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }): HtmlTagDescriptor[] {
        const atOnce = new Set(neededBy(bundle, (chunk) => chunk.isEntry));
        const later = neededBy(bundle, (chunk) => chunk.name === FIRST_PAGE);
        const more = later.filter((chunk) => !atOnce.has(chunk));
        const styles = new Set(
          more.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        );
        return [
          preload({ rel: "preload", as: "fetch", href: FIRST_CALL }),
          ...more.map(({ fileName }) => preload({ rel: "modulepreload", href: `/${fileName}` })),
          ...[...styles].map((file) => preload({ rel: "stylesheet", href: `/${file}` })),
        ];
      },
    },
  };
}

function preload(attributes: Record<string, string>): HtmlTagDescriptor {
  return { tag: "link", attrs: { ...attributes, crossorigin: true }, injectTo: "head" };
}

/** The chosen chunks with all that they import. */
function neededBy(
  bundle: Rolldown.OutputBundle,
  chosen: (chunk: Rolldown.OutputChunk) => boolean,
): Rolldown.OutputChunk[] {
  const needed = new Set<Rolldown.OutputChunk>();
  const need = (chunk: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined) => {
    if (chunk?.type === "chunk" && !needed.has(chunk)) {
      needed.add(chunk);
      chunk.imports.forEach((file) => need(bundle[file]));
    }
  };
  Object.values(bundle)
    .filter((chunk) => chunk.type === "chunk")
    .filter(chosen)
    .forEach(need);
  return [...needed];
}
