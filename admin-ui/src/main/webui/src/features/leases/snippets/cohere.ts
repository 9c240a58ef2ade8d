import { TOKEN_VARIABLE, type Snippets } from "./snippet";

export const cohere: Snippets = {
  python: ({ baseUrl, model }) => `# pip install cohere
import os

import cohere

client = cohere.ClientV2(
    base_url="${baseUrl}",
    api_key=os.environ["${TOKEN_VARIABLE}"],
)
response = client.chat(
    model="${model}",
    max_tokens=256,
    messages=[{"role": "user", "content": "Hello"}],
)
print(response.message.content)
`,
  typescript: ({ baseUrl, model }) => `// npm install cohere-ai
import { CohereClientV2 } from "cohere-ai";

const client = new CohereClientV2({
  environment: "${baseUrl}",
  token: process.env.${TOKEN_VARIABLE},
});
const response = await client.chat({
  model: "${model}",
  maxTokens: 256,
  messages: [{ role: "user", content: "Hello" }],
});
console.log(response.message?.content);
`,
  java: ({ baseUrl, model }) => `// com.cohere:cohere-java
import com.cohere.api.Cohere;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import java.util.List;

void main() {
    var client = Cohere.builder()
            .url("${baseUrl}")
            .token(System.getenv("${TOKEN_VARIABLE}"))
            .build();
    var hello = UserMessageV2.builder().content(UserMessageV2Content.of("Hello")).build();
    var response = client.v2().chat(V2ChatRequest.builder()
            .model("${model}")
            .messages(List.of(ChatMessageV2.user(hello)))
            .maxTokens(256)
            .build());
    System.out.println(response.getMessage().getContent());
}
`,
  go: ({ baseUrl, model }) => `// go get github.com/cohere-ai/cohere-go/v2
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	cohere "github.com/cohere-ai/cohere-go/v2"
	"github.com/cohere-ai/cohere-go/v2/client"
)

func main() {
	co := client.NewClient(
		client.WithBaseURL("${baseUrl}"),
		client.WithToken(os.Getenv("${TOKEN_VARIABLE}")),
	)
	response, err := co.V2.Chat(context.Background(), &cohere.V2ChatRequest{
		Model:     "${model}",
		MaxTokens: cohere.Int(256),
		Messages: cohere.ChatMessages{{
			Role: "user",
			User: &cohere.UserMessageV2{Content: &cohere.UserMessageV2Content{String: "Hello"}},
		}},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Message)
}
`,
  curl: ({ baseUrl, model }) => `curl ${baseUrl}/v2/chat \\
  -H "authorization: Bearer $${TOKEN_VARIABLE}" \\
  -H "content-type: application/json" \\
  -d '{
    "model": "${model}",
    "max_tokens": 256,
    "messages": [{"role": "user", "content": "Hello"}]
  }'
`,
};
