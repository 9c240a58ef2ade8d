import { TOKEN_VARIABLE, type Snippets } from "./snippet";

export const anthropic: Snippets = {
  python: ({ baseUrl, model }) => `# pip install anthropic
import os

from anthropic import Anthropic

client = Anthropic(
    base_url="${baseUrl}",
    api_key=os.environ["${TOKEN_VARIABLE}"],
)
message = client.messages.create(
    model="${model}",
    max_tokens=256,
    messages=[{"role": "user", "content": "Hello"}],
)
print(message.content)
`,
  typescript: ({ baseUrl, model }) => `// npm install @anthropic-ai/sdk
import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
  baseURL: "${baseUrl}",
  apiKey: process.env.${TOKEN_VARIABLE},
});
const message = await client.messages.create({
  model: "${model}",
  max_tokens: 256,
  messages: [{ role: "user", content: "Hello" }],
});
console.log(message.content);
`,
  java: ({ baseUrl, model }) => `// com.anthropic:anthropic-java
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;

void main() {
    var client = AnthropicOkHttpClient.builder()
            .baseUrl("${baseUrl}")
            .apiKey(System.getenv("${TOKEN_VARIABLE}"))
            .build();
    var message = client.messages().create(MessageCreateParams.builder()
            .model("${model}")
            .maxTokens(256)
            .addUserMessage("Hello")
            .build());
    System.out.println(message.content());
    client.close();
}
`,
  go: ({ baseUrl, model }) => `// go get github.com/anthropics/anthropic-sdk-go
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/option"
)

func main() {
	client := anthropic.NewClient(
		option.WithBaseURL("${baseUrl}"),
		option.WithAPIKey(os.Getenv("${TOKEN_VARIABLE}")),
	)
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:     "${model}",
		MaxTokens: 256,
		Messages: []anthropic.MessageParam{
			anthropic.NewUserMessage(anthropic.NewTextBlock("Hello")),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(message.Content)
}
`,
  curl: ({ baseUrl, model }) => `curl ${baseUrl}/v1/messages \\
  -H "x-api-key: $${TOKEN_VARIABLE}" \\
  -H "anthropic-version: 2023-06-01" \\
  -H "content-type: application/json" \\
  -d '{
    "model": "${model}",
    "max_tokens": 256,
    "messages": [{"role": "user", "content": "Hello"}]
  }'
`,
};
