import { TOKEN_VARIABLE, type Snippets } from "./snippet";

/** It has no libraries of its own for Java and Go. */
export const mistral: Snippets = {
  python: ({ baseUrl, model }) => `# pip install mistralai
import os

from mistralai.client import Mistral

client = Mistral(
    server_url="${baseUrl}",
    api_key=os.environ["${TOKEN_VARIABLE}"],
)
response = client.chat.complete(
    model="${model}",
    max_tokens=256,
    messages=[{"role": "user", "content": "Hello"}],
)
print(response.choices[0].message.content)
`,
  typescript: ({ baseUrl, model }) => `// npm install @mistralai/mistralai
import { Mistral } from "@mistralai/mistralai";

const client = new Mistral({
  serverURL: "${baseUrl}",
  apiKey: process.env.${TOKEN_VARIABLE},
});
const response = await client.chat.complete({
  model: "${model}",
  maxTokens: 256,
  messages: [{ role: "user", content: "Hello" }],
});
console.log(response.choices?.[0]?.message?.content);
`,
  curl: ({ baseUrl, model }) => `curl ${baseUrl}/v1/chat/completions \\
  -H "authorization: Bearer $${TOKEN_VARIABLE}" \\
  -H "content-type: application/json" \\
  -d '{
    "model": "${model}",
    "max_tokens": 256,
    "messages": [{"role": "user", "content": "Hello"}]
  }'
`,
};
