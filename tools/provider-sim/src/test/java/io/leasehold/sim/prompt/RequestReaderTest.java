package io.leasehold.sim.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leasehold.sim.http.InvalidRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    @ParameterizedTest
    @CsvSource({"a,5", "abcd,5", "abcde,6", "é,5", "世界,6", "🌍🌍,6"})
    void aTokenIsFourBytesAndAMessageFourTokens(String text, int tokens) {
        assertThat(read("{'messages':[{'role':'user','content':'" + text + "'}]}")
                        .prompt()
                        .tokens())
                .isEqualTo(tokens);
    }

    @Test
    void theSameTextCountsTheSameAsStringAndAsBlock() {
        String asString = "{'messages':[{'role':'user','content':'twelve bytes'}]}";
        String asBlock = "{'messages':[{'content':[{'type':'text','text':'twelve bytes'}],'role':'user'}]}";

        assertThat(read(asBlock).prompt().tokens())
                .isEqualTo(read(asString).prompt().tokens())
                .isEqualTo(3 + 4);
    }

    @Test
    void toolsAndSystemComeFirstWhereverTheyStand() {
        InferenceRequest request = read("""
                {'messages':[{'role':'user','content':'3'}],'system':'2','tools':[{'name':'1'}]}""");

        assertThat(request.prompt().blocks()).extracting(PromptBlock::text).containsExactly("1", "2", "3");
    }

    @Test
    void everyValueOfABlockIsCountedButItsTypeAndItsMark() {
        InferenceRequest request = read("""
                {'messages':[{'role':'assistant','content':[
                  {'type':'tool_use','id':'t1','name':'find','input':{'q':[1,2]},'cache_control':{'type':'ephemeral'}}]}]}""");

        assertThat(request.prompt().blocks().getFirst().text()).isEqualTo("t1find{\"q\":[1,2]}");
    }

    @Test
    void aPictureCountsAtMostSixteenHundredTokens() {
        String data = "A".repeat(100_000);
        InferenceRequest request =
                read("{'messages':[{'role':'user','content':[{'type':'image','source':{'data':'" + data + "'}}]}]}");

        assertThat(request.prompt().tokens()).isEqualTo(1600 + 4);
    }

    @Test
    void theLastUserTextIsWhatIsEchoed() {
        InferenceRequest request = read("""
                {'messages':[{'role':'user','content':'first'},{'role':'assistant','content':'mine'},
                 {'role':'user','content':[{'type':'text','text':'second'},{'type':'image','source':{'data':'x'}}]}]}""");

        assertThat(request.prompt().lastUserText()).isEqualTo("second");
    }

    @Test
    void aMarkAtTheTopIsSetOnTheLastBlock() {
        InferenceRequest request = read("""
                {'cache_control':{'type':'ephemeral','ttl':'1h'},'messages':[{'role':'user','content':'x'}]}""");

        assertThat(request.prompt().blocks().getLast().mark()).isEqualTo(CacheTtl.ONE_HOUR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{'messages':[{'role':'user','content':'x'}]} more",
                "{'model':1,'messages':[{'role':'user','content':'x'}]}",
                "{'max_tokens':'many','messages':[{'role':'user','content':'x'}]}",
                "{'max_tokens':0,'messages':[{'role':'user','content':'x'}]}",
                "{'max_tokens':99999999999,'messages':[{'role':'user','content':'x'}]}",
                "{'stream':'yes','messages':[{'role':'user','content':'x'}]}",
                "{}",
                "{'messages':[]}",
                "{'messages':{}}",
                "{'messages':['x']}",
                "{'messages':[{'content':'x'}]}",
                "{'messages':[{'role':{},'content':'x'}]}",
                "{'messages':[{'role':'user','content':5}]}",
                "{'messages':[{'role':'user','content':[{'type':{},'text':'x'}]}]}",
                "{'messages':[{'role':'user','content':[{'type':'text','text':'x','cache_control':'yes'}]}]}",
                "{'messages':[{'role':'user','content':[{'type':'text','text':'x','cache_control':{'ttl':'2h'}}]}]}",
                "{'tools':{},'messages':[{'role':'user','content':'x'}]}"
            })
    void whatIsNoRequestIsRefused(String body) {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> read(body));
    }

    private static InferenceRequest read(String body) {
        return RequestReader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
