import { TOKEN_VARIABLE, type Snippets } from "./snippet";

export const google: Snippets = {
  python: ({ baseUrl, model }) => `# pip install google-genai
import os

from google import genai

client = genai.Client(
    api_key=os.environ["${TOKEN_VARIABLE}"],
    http_options={"base_url": "${baseUrl}"},
)
response = client.models.generate_content(
    model="${model}",
    contents="Hello",
    config={"max_output_tokens": 256},
)
print(response.text)
`,
  typescript: ({ baseUrl, model }) => `// npm install @google/genai
import { GoogleGenAI } from "@google/genai";

const client = new GoogleGenAI({
  apiKey: process.env.${TOKEN_VARIABLE},
  httpOptions: { baseUrl: "${baseUrl}" },
});
const response = await client.models.generateContent({
  model: "${model}",
  contents: "Hello",
  config: { maxOutputTokens: 256 },
});
console.log(response.text);
`,
  java: ({ baseUrl, model }) => `// com.google.genai:google-genai
import com.google.genai.Client;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;

void main() {
    try (var client = Client.builder()
            .apiKey(System.getenv("${TOKEN_VARIABLE}"))
            .httpOptions(HttpOptions.builder().baseUrl("${baseUrl}").build())
            .build()) {
        var config = GenerateContentConfig.builder().maxOutputTokens(256).build();
        System.out.println(client.models.generateContent("${model}", "Hello", config).text());
    }
}
`,
  go: ({ baseUrl, model }) => `// go get google.golang.org/genai
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"google.golang.org/genai"
)

func main() {
	ctx := context.Background()
	client, err := genai.NewClient(ctx, &genai.ClientConfig{
		APIKey:      os.Getenv("${TOKEN_VARIABLE}"),
		Backend:     genai.BackendGeminiAPI,
		HTTPOptions: genai.HTTPOptions{BaseURL: "${baseUrl}"},
	})
	if err != nil {
		log.Fatal(err)
	}
	response, err := client.Models.GenerateContent(ctx, "${model}", genai.Text("Hello"),
		&genai.GenerateContentConfig{MaxOutputTokens: 256})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Text())
}
`,
  curl: ({ baseUrl, model }) => `curl ${baseUrl}/v1beta/models/${model}:generateContent \\
  -H "x-goog-api-key: $${TOKEN_VARIABLE}" \\
  -H "content-type: application/json" \\
  -d '{
    "contents": [{"parts": [{"text": "Hello"}]}],
    "generationConfig": {"maxOutputTokens": 256}
  }'
`,
};
