import { TOKEN_VARIABLE, type Snippets } from "./snippet";

/**
 * For the provider itself and for those that speak as it does.
 *
 * @param path what its library wants behind the base URL
 * @param limit what the most tokens of an answer are called there
 */
export const openai = (path: string, limit: string): Snippets => ({
  python: ({ baseUrl, model }) => `# pip install openai
import os

from openai import OpenAI

client = OpenAI(
    base_url="${baseUrl}${path}",
    api_key=os.environ["${TOKEN_VARIABLE}"],
)
completion = client.chat.completions.create(
    model="${model}",
    ${limit}=256,
    messages=[{"role": "user", "content": "Hello"}],
)
print(completion.choices[0].message.content)
`,
  typescript: ({ baseUrl, model }) => `// npm install openai
import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${baseUrl}${path}",
  apiKey: process.env.${TOKEN_VARIABLE},
});
const completion = await client.chat.completions.create({
  model: "${model}",
  ${limit}: 256,
  messages: [{ role: "user", content: "Hello" }],
});
console.log(completion.choices[0]?.message.content);
`,
  java: ({ baseUrl, model }) => `// com.openai:openai-java
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

void main() {
    var client = OpenAIOkHttpClient.builder()
            .baseUrl("${baseUrl}${path}")
            .apiKey(System.getenv("${TOKEN_VARIABLE}"))
            .build();
    var completion = client.chat().completions().create(ChatCompletionCreateParams.builder()
            .model("${model}")
            .${inJava(limit)}(256)
            .addUserMessage("Hello")
            .build());
    System.out.println(completion.choices().getFirst().message().content().orElse(""));
    client.close();
}
`,
  go: ({ baseUrl, model }) => `// go get github.com/openai/openai-go/v3
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func main() {
	client := openai.NewClient(
		option.WithBaseURL("${baseUrl}${path}"),
		option.WithAPIKey(os.Getenv("${TOKEN_VARIABLE}")),
	)
	completion, err := client.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{
		Model: "${model}",
		${inGo(limit)}: openai.Int(256),
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.UserMessage("Hello"),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(completion.Choices[0].Message.Content)
}
`,
  curl: ({ baseUrl, model }) => `curl ${baseUrl}${path}/chat/completions \\
  -H "authorization: Bearer $${TOKEN_VARIABLE}" \\
  -H "content-type: application/json" \\
  -d '{
    "model": "${model}",
    "${limit}": 256,
    "messages": [{"role": "user", "content": "Hello"}]
  }'
`,
});

const inGo = (name: string) =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const inJava = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
